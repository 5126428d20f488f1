package io.spindle.gateway.benchmark;

import java.util.Arrays;
import java.util.List;

/** Every latency, not a sample of them. Not thread-safe. */
final class Latencies {
    private long[] nanos = new long[1_024];
    private int size;

    void add(long latencyNanos) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = latencyNanos;
    }

    /** Those of all clients, in order. */
    static long[] sorted(List<Latencies> all) {
        return all.stream()
                .flatMapToLong(one -> Arrays.stream(one.nanos, 0, one.size))
                .sorted()
                .toArray();
    }
}
