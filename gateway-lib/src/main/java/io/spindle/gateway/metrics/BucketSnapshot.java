package io.spindle.gateway.metrics;

import com.codahale.metrics.Snapshot;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Durations in nanoseconds, counted per bucket. Quantiles, extremes and the deviation are estimates from the buckets,
 * for reporters other than Prometheus (JMX, logs); count, sum and mean are exact. Immutable.
 */
final class BucketSnapshot extends Snapshot {
    private final long[] boundsNanos;
    private final long[] counts;
    private final double sumNanos;
    private final long total;

    /** Takes over the arrays; {@code counts} has one more element, for what is above the last bound. */
    BucketSnapshot(long[] boundsNanos, long[] counts, double sumNanos) {
        this.boundsNanos = boundsNanos;
        this.counts = counts;
        this.sumNanos = sumNanos;
        this.total = Arrays.stream(counts).sum();
    }

    int buckets() {
        return boundsNanos.length;
    }

    long boundNanos(int bucket) {
        return boundsNanos[bucket];
    }

    long count(int bucket) {
        return counts[bucket];
    }

    long total() {
        return total;
    }

    double sumNanos() {
        return sumNanos;
    }

    /** Interpolated within its bucket, as {@code histogram_quantile} does; above the last bound it is that bound. */
    @Override
    public double getValue(double quantile) {
        double rank = quantile * total;
        long below = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0 && below + counts[i] >= rank) {
                return lower(i) + (upper(i) - lower(i)) * (rank - below) / counts[i];
            }
            below += counts[i];
        }
        return 0;
    }

    /** Empty: single values are not kept. */
    @Override
    public long[] getValues() {
        return new long[0];
    }

    @Override
    public int size() {
        return (int) Math.min(total, Integer.MAX_VALUE);
    }

    @Override
    public long getMin() {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                return lower(i);
            }
        }
        return 0;
    }

    @Override
    public long getMax() {
        for (int i = counts.length - 1; i >= 0; i--) {
            if (counts[i] > 0) {
                return upper(i);
            }
        }
        return 0;
    }

    @Override
    public double getMean() {
        return total == 0 ? 0 : sumNanos / total;
    }

    @Override
    public double getStdDev() {
        double mean = getMean();
        double squares = 0;
        for (int i = 0; i < counts.length; i++) {
            double distance = (lower(i) + upper(i)) / 2.0 - mean;
            squares += counts[i] * distance * distance;
        }
        return total == 0 ? 0 : Math.sqrt(squares / total);
    }

    /** One line per bucket: its upper bound in nanoseconds and its count. */
    @Override
    public void dump(OutputStream output) {
        PrintWriter out = new PrintWriter(output, false, StandardCharsets.UTF_8);
        for (int i = 0; i < counts.length; i++) {
            out.println((i < boundsNanos.length ? Long.toString(boundsNanos[i]) : "above") + " " + counts[i]);
        }
        out.flush();
    }

    private long lower(int bucket) {
        return bucket == 0 ? 0 : boundsNanos[bucket - 1];
    }

    private long upper(int bucket) {
        return boundsNanos[Math.min(bucket, boundsNanos.length - 1)];
    }
}
