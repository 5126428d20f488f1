package io.spindle.gateway.metrics;

import com.codahale.metrics.MetricRegistry;

public final class RedisMetrics {
    RedisMetrics(MetricRegistry registry) {}

    /** One round trip: {@code append}, {@code route}, {@code workers}, … */
    public void operation(String operation, boolean success, long durationNanos) {}
}
