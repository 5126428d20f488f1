package io.spindle.gateway.metrics;

import com.codahale.metrics.Counter;
import com.codahale.metrics.Histogram;
import com.codahale.metrics.MetricRegistry;

/** Remote calls. Thread-safe. */
public final class RpcMetrics {
    private final Counter answered;
    private final Histogram latency;
    private final ReasonCounters rejections;
    private final ReasonCounters failures;

    RpcMetrics(MetricRegistry registry) {
        answered = registry.counter(MetricName.RPC.series("success", ""));
        latency = Histograms.register(registry, MetricName.RPC_LATENCY);
        rejections = new ReasonCounters(
                Reasons.RPC_REJECTED, reason -> registry.counter(MetricName.RPC.series("rejected", reason)));
        failures = new ReasonCounters(
                Reasons.RPC_FAILED, reason -> registry.counter(MetricName.RPC.series("error", reason)));
    }

    /** A call was answered with a result, so long after its frame was read. */
    public void answered(long latencyNanos) {
        answered.inc();
        latency.update(latencyNanos);
    }

    /** Somebody said no; a reason that the gateway doesn't know counts as {@code custom}. */
    public void rejected(String reason) {
        rejections.increment(reason);
    }

    /** Nobody answered. */
    public void failed(String reason) {
        failures.increment(reason);
    }
}
