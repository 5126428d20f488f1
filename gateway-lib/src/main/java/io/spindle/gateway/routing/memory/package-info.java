/** Routes to workers of this process. */
@NullMarked
package io.spindle.gateway.routing.memory;

import org.jspecify.annotations.NullMarked;
