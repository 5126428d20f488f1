package io.spindle.gateway;

import io.spindle.gateway.api.routing.Router;
import io.spindle.gateway.api.transport.Transport;
import io.spindle.gateway.api.worker.ChannelHandler;
import io.spindle.gateway.redis.RedisSettings;
import io.spindle.gateway.routing.StickySettings;
import io.spindle.gateway.transport.redis.RedisTransportSettings;
import io.spindle.gateway.worker.WorkerSettings;
import java.util.Map;

/** How events get to workers, as chosen. */
sealed interface WayToWorkers {
    /** There are none: publications are broadcast only. */
    record None() implements WayToWorkers {}

    /** Handlers in this process, by pool. */
    record InProcess(Map<String, ChannelHandler> handlers, WorkerSettings settings) implements WayToWorkers {}

    /** Streams on Redis. */
    record OverRedis(RedisSettings redis, StickySettings routing, RedisTransportSettings transport)
            implements WayToWorkers {}

    /** The host's own parts. */
    record Custom(Router router, Transport transport) implements WayToWorkers {}
}
