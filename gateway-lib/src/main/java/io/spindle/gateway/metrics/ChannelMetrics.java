package io.spindle.gateway.metrics;

import com.codahale.metrics.MetricRegistry;

public final class ChannelMetrics {
    ChannelMetrics(MetricRegistry registry) {}

    public void subscribed() {}

    public void subscribeRejected(String reason) {}

    /** A publish was answered with success, so long after its frame was read. */
    public void published(long latencyNanos) {}

    /** The policy (or a limit) said no. */
    public void publishRejected(String reason) {}

    /** It was allowed, and failed. */
    public void publishFailed(String reason) {}

    /** Join and leave events that could not be taken to their worker. */
    public void presenceEventLost(String reason) {}
}
