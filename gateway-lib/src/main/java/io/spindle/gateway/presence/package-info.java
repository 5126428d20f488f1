/** Who is in a channel, over all nodes. */
@NullMarked
package io.spindle.gateway.presence;

import org.jspecify.annotations.NullMarked;
