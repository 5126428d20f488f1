package io.spindle.gateway.metrics;

import com.codahale.metrics.Counter;
import com.codahale.metrics.MetricRegistry;

/** The cache of routes. Thread-safe. */
public final class RouteMetrics {
    private final Counter hits;
    private final Counter misses;

    RouteMetrics(MetricRegistry registry) {
        hits = registry.counter(MetricName.ROUTE_CACHE_HITS.series());
        misses = registry.counter(MetricName.ROUTE_CACHE_MISSES.series());
    }

    public void cacheHit() {
        hits.inc();
    }

    public void cacheMiss() {
        misses.inc();
    }
}
