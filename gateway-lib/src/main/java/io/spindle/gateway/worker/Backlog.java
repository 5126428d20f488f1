package io.spindle.gateway.worker;

import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.metrics.WorkerMetrics;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The events of a worker that are not handled yet, by channel. An event stays here until it is acknowledged.
 *
 * <p>A channel with events is in the care of exactly one: the thread that handles it, or the timer that it waits for.
 * Whoever admits its first event must see to it that it is cared for; whoever acknowledges its last lets it go, and
 * nothing of the channel remains.
 *
 * <p>Thread-safe: one lock, held for a few steps and never while calling others.
 */
final class Backlog {
    private final Object lock = new Object();
    private final Map<String, ChannelQueue> channels = new HashMap<>();
    private final int maxChannelBacklog;
    private final EventTally tally;
    private final WorkerMetrics metrics;
    private boolean closed;
    private boolean stopped;

    Backlog(BacklogLimits limits, WorkerMetrics metrics) {
        this.maxChannelBacklog = limits.maxChannelBacklog();
        this.tally = new EventTally(limits.maxBacklog(), limits.maxBacklogBytes());
        this.metrics = metrics;
    }

    /** What became of an event that was offered. */
    enum Admission {
        /** In the queue; its channel had none before and is to be cared for. */
        CHANNEL_WAKES,
        /** In the queue, behind others. */
        BEHIND_OTHERS,
        BACKLOG_FULL,
        CHANNEL_FULL,
        CLOSED
    }

    Admission admit(ClientEvent event) {
        synchronized (lock) {
            if (closed) {
                return Admission.CLOSED;
            }
            ChannelQueue channel = channels.get(event.channel());
            if (channel != null && channel.size() >= maxChannelBacklog) {
                return Admission.CHANNEL_FULL;
            }
            if (!tally.add(event)) {
                return Admission.BACKLOG_FULL;
            }
            metrics.queued();
            if (channel != null) {
                channel.add(event);
                return Admission.BEHIND_OTHERS;
            }
            channels.put(event.channel(), new ChannelQueue(event));
            return Admission.CHANNEL_WAKES;
        }
    }

    /** The channel's next attempt, which stays next until it is acknowledged; none once the backlog is stopped. */
    Optional<Attempt> next(String channel) {
        synchronized (lock) {
            return stopped ? Optional.empty() : Optional.of(cared(channel).next());
        }
    }

    /** Counts a failure of the channel's next event. */
    void failed(String channel) {
        synchronized (lock) {
            if (!stopped) {
                cared(channel).failed();
            }
        }
    }

    /** Takes the channel's next event out. Returns whether there is another to handle. */
    boolean acknowledge(String channel) {
        synchronized (lock) {
            if (stopped) {
                return false;
            }
            ChannelQueue queue = cared(channel);
            tally.remove(queue.acknowledge());
            metrics.unqueued(1);
            if (queue.size() > 0) {
                return true;
            }
            channels.remove(channel);
            if (channels.isEmpty()) {
                lock.notifyAll();
            }
            return false;
        }
    }

    /** Admits nothing more; what is there is handled on. */
    void close() {
        synchronized (lock) {
            closed = true;
        }
    }

    /** Waits until all is handled or the time, on the clock of {@link System#nanoTime()}, has come. */
    void awaitEmpty(long deadlineNanos) throws InterruptedException {
        synchronized (lock) {
            while (!channels.isEmpty()) {
                long remaining = deadlineNanos - System.nanoTime();
                if (remaining <= 0) {
                    return;
                }
                TimeUnit.NANOSECONDS.timedWait(lock, remaining);
            }
        }
    }

    /** Gives up what is there, also what is being handled. Returns how many events that were. */
    int stop() {
        synchronized (lock) {
            if (stopped) {
                return 0;
            }
            closed = true;
            stopped = true;
            channels.clear();
            int left = tally.events();
            metrics.unqueued(left);
            return left;
        }
    }

    private ChannelQueue cared(String channel) {
        ChannelQueue queue = channels.get(channel);
        if (queue == null) {
            throw new IllegalStateException("no event of this channel is in anyone's care");
        }
        return queue;
    }
}
