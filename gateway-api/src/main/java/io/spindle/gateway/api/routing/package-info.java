/** Which worker owns a channel. */
@NullMarked
package io.spindle.gateway.api.routing;

import org.jspecify.annotations.NullMarked;
