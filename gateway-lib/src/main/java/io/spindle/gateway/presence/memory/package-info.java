/** Presence of a gateway that stands alone. */
@NullMarked
package io.spindle.gateway.presence.memory;

import org.jspecify.annotations.NullMarked;
