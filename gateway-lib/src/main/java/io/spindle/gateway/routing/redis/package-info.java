/** Routes and the list of workers on Redis. */
@NullMarked
package io.spindle.gateway.routing.redis;

import org.jspecify.annotations.NullMarked;
