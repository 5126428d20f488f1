package io.spindle.gateway.routing.redis;

import io.spindle.gateway.redis.RedisFixture;
import io.spindle.gateway.routing.StickyRouter;
import io.spindle.gateway.routing.StickySettings;

/** Sticky routers for tests. */
final class StickyRouters {
    private StickyRouters() {}

    static StickyRouter open(RedisFixture redis, StickySettings settings) {
        return new StickyRouter(
                new RedisRouteStore(redis.connection, settings.routeIdleTime()),
                redis.workers,
                settings,
                redis.metrics.routes(),
                redis.connection.background());
    }
}
