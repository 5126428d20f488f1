package io.spindle.gateway.broker.memory;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the nodes of one process share: who they are, the streams of channels, and the results of idempotent publishing.
 * Lives as long as somebody refers to it: what it keeps outlives its nodes.
 *
 * <p>Bounded by what channels are told to keep, and by {@link FirstResults#MAX_BYTES}. What is past its time is forgotten
 * to the moment; its memory comes back within ten seconds, by one timer for everything. While a node runs, that timer is
 * one thread that wakes up every ten seconds and looks at each stream.
 *
 * <p>Thread-safe.
 */
public final class MemoryCluster {
    private static final Logger log = LoggerFactory.getLogger(MemoryCluster.class);
    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(10);

    private final LongSupplier nanoTime;
    private final Duration sweepInterval;
    private final Nodes nodes = new Nodes();
    private final ChannelStreams streams;
    private final FirstResults results;
    private @Nullable ScheduledThreadPoolExecutor sweeper;

    public MemoryCluster() {
        this(System::nanoTime, SWEEP_INTERVAL);
    }

    MemoryCluster(LongSupplier nanoTime, Duration sweepInterval) {
        this.nanoTime = nanoTime;
        this.sweepInterval = sweepInterval;
        this.streams = new ChannelStreams(nodes, nanoTime);
        this.results = new FirstResults(nanoTime);
    }

    /**
     * The broker of one more node, which belongs to the cluster from its start until it is closed.
     *
     * @param executor where a busy channel's publications are handed over when the publisher whose turn it is has done
     *     its share
     */
    public MemoryBroker node(Executor executor) {
        return new MemoryBroker(this, executor);
    }

    synchronized void add(Node node) {
        nodes.add(node);
        if (sweeper == null) {
            sweeper = new ScheduledThreadPoolExecutor(1, task -> {
                Thread thread = new Thread(task, "spindle-history");
                thread.setDaemon(true);
                return thread;
            });
            sweeper.scheduleWithFixedDelay(
                    this::sweepAndGoOn, sweepInterval.toNanos(), sweepInterval.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    synchronized void remove(Node node) {
        nodes.remove(node);
        if (nodes.isEmpty() && sweeper != null) {
            sweeper.shutdownNow();
            sweeper = null;
        }
    }

    /** Whether the timer runs. */
    synchronized boolean isTimed() {
        return sweeper != null;
    }

    Nodes nodes() {
        return nodes;
    }

    ChannelStreams streams() {
        return streams;
    }

    FirstResults results() {
        return results;
    }

    private void sweepAndGoOn() {
        try {
            streams.sweep(nanoTime.getAsLong());
            results.sweep();
        } catch (RuntimeException e) {
            // The timer would never come again.
            log.error("Sweeping what is past its time failed", e);
        }
    }
}
