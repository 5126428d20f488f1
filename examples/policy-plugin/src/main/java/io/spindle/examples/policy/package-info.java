/** A channel policy as a plugin. */
@NullMarked
package io.spindle.examples.policy;

import org.jspecify.annotations.NullMarked;
