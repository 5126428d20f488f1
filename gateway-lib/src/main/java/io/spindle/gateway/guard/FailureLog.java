package io.spindle.gateway.guard;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Logs each kind of failure at most once a minute, and how many were left out: a broken policy fails as often as clients
 * publish. Thread-safe.
 */
final class FailureLog {
    static final long INTERVAL_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Logger log;
    private final String callee;
    private final LongSupplier nanoTime;
    private final AtomicReferenceArray<Kind> kinds = new AtomicReferenceArray<>(Failure.values().length);

    /**
     * Logs for one callee.
     *
     * @param callee its name, as it stands in the log
     * @param nanoTime the clock, as {@link System#nanoTime()}
     */
    FailureLog(Logger log, String callee, LongSupplier nanoTime) {
        this.log = log;
        this.callee = callee;
        this.nanoTime = nanoTime;
    }

    void report(Failure failure, @Nullable Throwable cause) {
        long now = nanoTime.getAsLong();
        Kind kind = kinds.get(failure.ordinal());
        if (kind == null) {
            kinds.compareAndSet(failure.ordinal(), null, new Kind(now));
            kind = kinds.get(failure.ordinal());
        }
        if (!kind.isDue(now)) {
            kind.suppressed.increment();
            return;
        }
        log.warn("Refused because {} {}: suppressed={}", callee, failure, kind.suppressed.sumThenReset(), cause);
    }

    /** When the next line of one kind is due, and how many failures have passed without one. */
    private static final class Kind {
        private final AtomicLong nextNanos;
        private final LongAdder suppressed = new LongAdder();

        Kind(long firstNanos) {
            nextNanos = new AtomicLong(firstNanos);
        }

        boolean isDue(long now) {
            long next = nextNanos.get();
            return now - next >= 0 && nextNanos.compareAndSet(next, now + INTERVAL_NANOS);
        }
    }
}
