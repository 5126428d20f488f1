package io.spindle.gateway.metrics;

import com.codahale.metrics.MetricRegistry;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A registry in Prometheus' text format 0.0.4: the gateway's metrics as the contract says, and what else a host keeps in
 * the same registry, its names made legal: counters (which may go down in Dropwizard Metrics) and numeric or boolean
 * gauges as gauges, meters as counters, histograms and timers (in seconds) as summaries.
 *
 * <p>Thread-safe. A gauge that throws, and a metric whose name is taken by another one once it is legal, are left out
 * and logged once; the rest of the exposition is not harmed.
 */
public final class PrometheusText {
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final Logger log = LoggerFactory.getLogger(PrometheusText.class);

    private final MetricRegistry registry;
    /** Names of the registry that were logged already. */
    private final Set<String> leftOut = ConcurrentHashMap.newKeySet();

    public PrometheusText(MetricRegistry registry) {
        this.registry = registry;
    }

    /** Writes all metrics as they are now; on a thread that a host's gauges may keep for a while. */
    public void writeTo(Appendable out) throws IOException {
        PrometheusExposition exposition = new PrometheusExposition();
        registry.getMetrics().forEach((name, metric) -> {
            try {
                if (!exposition.add(name, metric) && leftOut.add(name)) {
                    log.warn("Metric left out, another one has its name in Prometheus' terms: metric={}", name);
                }
            } catch (RuntimeException e) {
                if (leftOut.add(name)) {
                    log.warn("Metric left out, reading it failed: metric={}", name, e);
                }
            }
        });
        exposition.writeTo(out);
    }
}
