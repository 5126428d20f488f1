package io.spindle.gateway.metrics;

import com.codahale.metrics.MetricRegistry;

public final class HttpMetrics {
    HttpMetrics(MetricRegistry registry) {}

    /** One request; {@code path} is the pattern of the route, never the path itself. */
    public void request(String method, String path, int status, long durationNanos) {}
}
