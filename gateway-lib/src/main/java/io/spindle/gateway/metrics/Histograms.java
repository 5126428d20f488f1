package io.spindle.gateway.metrics;

import com.codahale.metrics.Histogram;
import com.codahale.metrics.MetricRegistry;

/** Histograms with the contract's buckets; values are nanoseconds. */
final class Histograms {
    private Histograms() {}

    static Histogram register(MetricRegistry registry, MetricName name, String... labelValues) {
        return registry.histogram(name.series(labelValues), () -> new Histogram(name.newReservoir()));
    }
}
