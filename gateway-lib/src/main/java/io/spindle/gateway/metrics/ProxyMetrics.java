package io.spindle.gateway.metrics;

import com.codahale.metrics.MetricRegistry;

/** Requests to HTTP proxies. Thread-safe. */
public final class ProxyMetrics {
    private final MetricRegistry registry;

    ProxyMetrics(MetricRegistry registry) {
        this.registry = registry;
    }

    /**
     * What is counted for one kind of event; asked for once, beforehand.
     *
     * @param event the label, from a fixed list
     */
    public ProxyEventMetrics of(String event) {
        return new ProxyEventMetrics(registry, event);
    }
}
