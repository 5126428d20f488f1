/** A program with the gateway in it. */
@NullMarked
package io.spindle.examples.handler;

import org.jspecify.annotations.NullMarked;
