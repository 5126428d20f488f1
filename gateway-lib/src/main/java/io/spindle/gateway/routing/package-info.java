/** Which worker owns a channel, whatever keeps the routes. */
@NullMarked
package io.spindle.gateway.routing;

import org.jspecify.annotations.NullMarked;
