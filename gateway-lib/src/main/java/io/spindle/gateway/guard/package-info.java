/** Calls of code that is not ours: off our threads, with a deadline, and refused when it fails. */
@NullMarked
package io.spindle.gateway.guard;

import org.jspecify.annotations.NullMarked;
