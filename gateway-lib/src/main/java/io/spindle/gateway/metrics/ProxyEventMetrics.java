package io.spindle.gateway.metrics;

import com.codahale.metrics.Counter;
import com.codahale.metrics.Histogram;
import com.codahale.metrics.MetricRegistry;

/** Requests of one kind of event to HTTP proxies. Thread-safe. */
public final class ProxyEventMetrics {
    private final MetricRegistry registry;
    private final String event;
    private final Counter inFlight;
    private final Histogram latency;

    ProxyEventMetrics(MetricRegistry registry, String event) {
        this.registry = registry;
        this.event = event;
        inFlight = registry.counter(MetricName.PROXY_IN_FLIGHT.series(event));
        latency = Histograms.register(registry, MetricName.PROXY_LATENCY, event);
    }

    /** A request is on its way. */
    public void started() {
        inFlight.inc();
    }

    /** It is over, so long after its start. */
    public void ended(long nanos) {
        inFlight.dec();
        latency.update(nanos);
    }

    /**
     * How an event went, whether or not a request was made.
     *
     * @param status the label, from a fixed list
     */
    public void outcome(String status) {
        registry.counter(MetricName.PROXY_REQUESTS.series(event, status)).inc();
    }
}
