/** Who is subscribed to what on this node, and fan-out to them. */
@NullMarked
package io.spindle.gateway.hub;

import org.jspecify.annotations.NullMarked;
