package io.spindle.gateway.metrics;

import com.codahale.metrics.Counter;
import com.codahale.metrics.Gauge;
import com.codahale.metrics.Histogram;
import com.codahale.metrics.Meter;
import com.codahale.metrics.Metric;
import com.codahale.metrics.Snapshot;
import com.codahale.metrics.Timer;
import io.spindle.gateway.metrics.PrometheusFamily.Type;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One answer to one scrape: metrics grouped by family, each as its Dropwizard type says. Confined to one thread. */
final class PrometheusExposition {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final String TOTAL = "_total";

    private final Map<String, PrometheusFamily> families = new TreeMap<>();

    /**
     * @return false if the series would appear twice, or its family has another type
     * @throws RuntimeException what a gauge threw; nothing is added then
     */
    boolean add(String registryName, Metric metric) {
        PrometheusName name = PrometheusName.of(registryName);
        if (metric instanceof Counter counter) {
            Type type = name.family().endsWith(TOTAL) ? Type.COUNTER : Type.GAUGE;
            return add(registryName, name, type, family -> family.count(name.labels(), counter.getCount()));
        }
        if (metric instanceof Gauge<?> gauge) {
            return add(registryName, name, Type.GAUGE, family -> gauge(family, name.labels(), gauge));
        }
        if (metric instanceof Histogram histogram) {
            return histogram(registryName, name, histogram);
        }
        if (metric instanceof Timer timer) {
            return add(
                    registryName,
                    name.withSuffix("_seconds"),
                    Type.SUMMARY,
                    family -> family.summary(name.labels(), timer.getSnapshot(), timer.getCount(), NANOS_PER_SECOND));
        }
        if (metric instanceof Meter meter) {
            return add(
                    registryName,
                    name.withSuffix(TOTAL),
                    Type.COUNTER,
                    family -> family.count(name.labels(), meter.getCount()));
        }
        return true;
    }

    void writeTo(Appendable out) throws IOException {
        for (PrometheusFamily family : families.values()) {
            family.writeTo(out);
        }
    }

    private boolean histogram(String registryName, PrometheusName name, Histogram histogram) {
        Snapshot snapshot = histogram.getSnapshot();
        if (snapshot instanceof BucketSnapshot buckets) {
            return add(registryName, name, Type.HISTOGRAM, family -> family.histogram(name.labels(), buckets));
        }
        return add(
                registryName,
                name,
                Type.SUMMARY,
                family -> family.summary(name.labels(), snapshot, histogram.getCount(), 1));
    }

    /** Gauges of texts, lists and the like have no place in the format. */
    private static void gauge(PrometheusFamily family, String labels, Gauge<?> gauge) {
        Object value = gauge.getValue();
        if (value instanceof Number number) {
            family.value(labels, number.doubleValue());
        } else if (value instanceof Boolean bool) {
            family.value(labels, bool ? 1 : 0);
        }
    }

    private boolean add(String registryName, PrometheusName name, Type type, Consumer<PrometheusFamily> samples) {
        PrometheusFamily family = families.computeIfAbsent(
                name.family(), key -> new PrometheusFamily(key, type, help(key, registryName)));
        if (!family.accepts(type, name.labels())) {
            return false;
        }
        samples.accept(family);
        return true;
    }

    private static String help(String family, String registryName) {
        return MetricName.ofFamily(family)
                .map(MetricName::help)
                .orElseGet(() -> "Metric " + registryName + " of the host application.");
    }
}
