/** The client protocol: commands, replies, pushes and codes as values, and the seam of their encodings. */
@NullMarked
package io.spindle.gateway.protocol;

import org.jspecify.annotations.NullMarked;
