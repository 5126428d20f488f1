package io.spindle.gateway.metrics;

import com.codahale.metrics.MetricRegistry;

public final class RouteMetrics {
    RouteMetrics(MetricRegistry registry) {}

    public void cacheHit() {}

    public void cacheMiss() {}
}
