package io.spindle.gateway.metrics;

import com.codahale.metrics.Counter;
import com.codahale.metrics.Histogram;
import com.codahale.metrics.MetricRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Round trips to Redis. Thread-safe. */
public final class RedisMetrics {
    private final MetricRegistry registry;
    private final Map<String, Operation> operations = new ConcurrentHashMap<>();

    RedisMetrics(MetricRegistry registry) {
        this.registry = registry;
    }

    /**
     * One round trip.
     *
     * @param operation what for: {@code append}, {@code route}, {@code workers}, … A name from the code, never built
     *     from data: each one is a label
     */
    public void operation(String operation, boolean success, long durationNanos) {
        Operation series = operations.computeIfAbsent(operation, name -> new Operation(registry, name));
        (success ? series.successes : series.errors).inc();
        series.latency.update(durationNanos);
    }

    private static final class Operation {
        final Counter successes;
        final Counter errors;
        final Histogram latency;

        Operation(MetricRegistry registry, String name) {
            successes = registry.counter(MetricName.REDIS_OPERATIONS.series(name, "success"));
            errors = registry.counter(MetricName.REDIS_OPERATIONS.series(name, "error"));
            latency = Histograms.register(registry, MetricName.REDIS_LATENCY, name);
        }
    }
}
