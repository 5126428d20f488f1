/** Worker streams on Redis: group commit, exactly once per batch number. */
@NullMarked
package io.spindle.gateway.transport.redis;

import org.jspecify.annotations.NullMarked;
