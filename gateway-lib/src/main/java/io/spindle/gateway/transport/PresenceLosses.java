package io.spindle.gateway.transport;

import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.transport.Appending;
import io.spindle.gateway.metrics.ChannelMetrics;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Joins and leaves that could not be taken to their worker: each counted, logged at most once a minute. Thread-safe. */
final class PresenceLosses {
    private static final Logger log = LoggerFactory.getLogger(PresenceLosses.class);
    private static final long LOG_INTERVAL_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final ChannelMetrics metrics;
    private final AtomicLong nextLogNanos = new AtomicLong(System.nanoTime());

    PresenceLosses(ChannelMetrics metrics) {
        this.metrics = metrics;
    }

    void told(@Nullable Appending outcome, @Nullable Throwable failure) {
        if (outcome instanceof Appending.Appended) {
            return;
        }
        if (outcome instanceof Appending.Unknown unknown) {
            unknown.later().whenComplete(this::told);
            return;
        }
        lost(outcome instanceof Appending.Refused refused ? refused.refusal() : Refusal.REDIS_ERROR);
    }

    private void lost(Refusal refusal) {
        metrics.presenceEventLost(refusal.reason());
        long now = System.nanoTime();
        long next = nextLogNanos.get();
        if (now - next >= 0 && nextLogNanos.compareAndSet(next, now + LOG_INTERVAL_NANOS)) {
            log.warn("Joins or leaves could not be taken to their worker: reason={}", refusal.reason());
        }
    }
}
