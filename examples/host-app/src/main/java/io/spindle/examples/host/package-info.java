/** A web application that mounts the gateway in its own server. */
@NullMarked
package io.spindle.examples.host;

import org.jspecify.annotations.NullMarked;
