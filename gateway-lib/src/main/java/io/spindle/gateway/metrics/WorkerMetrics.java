package io.spindle.gateway.metrics;

import com.codahale.metrics.Counter;
import com.codahale.metrics.MetricRegistry;

/** What workers in this process do with their events. Thread-safe. */
public final class WorkerMetrics {
    private final Counter handled;
    private final Counter failed;
    private final Counter deadLetters;
    private final Counter backlog;
    private final Counter blockedChannels;
    private final Counter repliesRefused;

    WorkerMetrics(MetricRegistry registry) {
        handled = registry.counter(MetricName.WORKER_EVENTS.series("handled"));
        failed = registry.counter(MetricName.WORKER_EVENTS.series("failed"));
        deadLetters = registry.counter(MetricName.WORKER_EVENTS.series("dead_letter"));
        backlog = registry.counter(MetricName.WORKER_BACKLOG.series());
        blockedChannels = registry.counter(MetricName.WORKER_BLOCKED_CHANNELS.series());
        repliesRefused = registry.counter(MetricName.WORKER_REPLIES_REFUSED.series());
    }

    /** An event entered a worker's queue. */
    public void queued() {
        backlog.inc();
    }

    /** Events left a worker's queue: handled, set aside, or given up at its close. */
    public void unqueued(int events) {
        backlog.dec(events);
    }

    /** A handler succeeded. */
    public void handled() {
        handled.inc();
    }

    /** A handler threw, or did not return in time; the event is repeated, or becomes a dead letter. */
    public void failed() {
        failed.inc();
    }

    /** An event was set aside. */
    public void deadLetter() {
        deadLetters.inc();
    }

    /** A handler answered, and nobody waited for it. */
    public void replyRefused() {
        repliesRefused.inc();
    }

    /** A channel waits because the store of dead letters is full. */
    public void channelBlocked() {
        blockedChannels.inc();
    }

    /** It goes on. */
    public void channelUnblocked() {
        blockedChannels.dec();
    }
}
