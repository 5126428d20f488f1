package io.spindle.gateway.http.admission;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Connections that may come at once: so many, and one more with each second until there are as many again. Thread-safe. */
final class ConnectionBucket {
    private static final long REFILL_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final long capacityNanos;
    private final LongSupplier nanoTime;

    /** Time not yet spent on connections, each of which costs a second. */
    private long savedNanos;

    private long countedAt;

    ConnectionBucket(int size, LongSupplier nanoTime) {
        this.capacityNanos = size * REFILL_NANOS;
        this.nanoTime = nanoTime;
        this.savedNanos = capacityNanos;
        this.countedAt = nanoTime.getAsLong();
    }

    synchronized boolean take() {
        long now = nanoTime.getAsLong();
        savedNanos = Math.min(capacityNanos, savedNanos + (now - countedAt));
        countedAt = now;
        if (savedNanos < REFILL_NANOS) {
            return false;
        }
        savedNanos -= REFILL_NANOS;
        return true;
    }
}
