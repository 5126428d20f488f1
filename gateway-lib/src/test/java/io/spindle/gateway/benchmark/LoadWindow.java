package io.spindle.gateway.benchmark;

import java.time.Duration;

/** When a load begins to be measured, and when it ends. Immutable. */
record LoadWindow(long fromNanos, long toNanos) {
    /** Measures for some time after a warm-up that begins now. */
    static LoadWindow after(Duration warmUp, Duration measured) {
        long from = System.nanoTime() + warmUp.toNanos();
        return new LoadWindow(from, from + measured.toNanos());
    }

    boolean isMeasured(long nanos) {
        return nanos - fromNanos >= 0 && !isOver(nanos);
    }

    boolean isOver(long nanos) {
        return nanos - toNanos >= 0;
    }
}
