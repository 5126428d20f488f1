/** The connection to Redis, shared by routing, transport and, later, broker and presence. */
@NullMarked
package io.spindle.gateway.redis;

import org.jspecify.annotations.NullMarked;
