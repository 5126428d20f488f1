package io.spindle.gateway.metrics;

import com.codahale.metrics.Reservoir;
import java.util.Arrays;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts durations, in nanoseconds, per fixed bucket: what Prometheus' {@code histogram_quantile} needs, and what no
 * sampling reservoir can tell. Thread-safe without locks; an update is a short search and two adds.
 */
final class BucketReservoir implements Reservoir {
    private static final double NANOS_PER_SECOND = 1e9;

    private final long[] boundsNanos;
    /** One more than there are bounds: the last one counts what is above them all. */
    private final LongAdder[] counts;
    /** A double: durations of many connections would overflow a long of nanoseconds within a day. */
    private final DoubleAdder sumNanos = new DoubleAdder();

    BucketReservoir(double... boundsSeconds) {
        boundsNanos = Arrays.stream(boundsSeconds)
                .mapToLong(seconds -> Math.round(seconds * NANOS_PER_SECOND))
                .toArray();
        counts = new LongAdder[boundsNanos.length + 1];
        Arrays.setAll(counts, i -> new LongAdder());
    }

    @Override
    public void update(long nanos) {
        int bucket = 0;
        while (bucket < boundsNanos.length && nanos > boundsNanos[bucket]) {
            bucket++;
        }
        counts[bucket].increment();
        sumNanos.add(nanos);
    }

    @Override
    public int size() {
        return getSnapshot().size();
    }

    @Override
    public BucketSnapshot getSnapshot() {
        long[] perBucket = Arrays.stream(counts).mapToLong(LongAdder::sum).toArray();
        return new BucketSnapshot(boundsNanos, perBucket, sumNanos.sum());
    }
}
