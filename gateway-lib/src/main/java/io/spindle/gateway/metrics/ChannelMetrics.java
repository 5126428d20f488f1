package io.spindle.gateway.metrics;

import com.codahale.metrics.Counter;
import com.codahale.metrics.Histogram;
import com.codahale.metrics.MetricRegistry;

/** Subscribing and publishing. Thread-safe. */
public final class ChannelMetrics {
    private static final String SUCCESS = "success";
    private static final String REJECTED = "rejected";
    private static final String ERROR = "error";

    private final Counter subscribed;
    private final ReasonCounters subscribeRejections;
    private final Counter published;
    private final Histogram publishLatency;
    private final ReasonCounters publishRejections;
    private final ReasonCounters publishFailures;
    private final ReasonCounters presenceEventsLost;

    ChannelMetrics(MetricRegistry registry) {
        subscribed = registry.counter(MetricName.SUBSCRIBE.series(SUCCESS, ""));
        subscribeRejections = new ReasonCounters(
                Reasons.SUBSCRIBE_REJECTED, reason -> registry.counter(MetricName.SUBSCRIBE.series(REJECTED, reason)));
        published = registry.counter(MetricName.PUBLISH.series(SUCCESS, ""));
        publishLatency = Histograms.register(registry, MetricName.PUBLISH_LATENCY);
        publishRejections = new ReasonCounters(
                Reasons.PUBLISH_REJECTED, reason -> registry.counter(MetricName.PUBLISH.series(REJECTED, reason)));
        publishFailures = new ReasonCounters(
                Reasons.PUBLISH_FAILED, reason -> registry.counter(MetricName.PUBLISH.series(ERROR, reason)));
        presenceEventsLost = new ReasonCounters(
                Reasons.TRANSPORT, reason -> registry.counter(MetricName.PRESENCE_EVENTS_LOST.series(reason)));
    }

    public void subscribed() {
        subscribed.inc();
    }

    /** The policy (or a limit) said no; a reason that the gateway doesn't know counts as {@code custom}. */
    public void subscribeRejected(String reason) {
        subscribeRejections.increment(reason);
    }

    /** A publish was answered with success, so long after its frame was read. */
    public void published(long latencyNanos) {
        published.inc();
        publishLatency.update(latencyNanos);
    }

    /** The policy (or a limit) said no; a reason that the gateway doesn't know counts as {@code custom}. */
    public void publishRejected(String reason) {
        publishRejections.increment(reason);
    }

    /** It was allowed, and failed. */
    public void publishFailed(String reason) {
        publishFailures.increment(reason);
    }

    /** A join or leave could not be taken to its worker. */
    public void presenceEventLost(String reason) {
        presenceEventsLost.increment(reason);
    }
}
