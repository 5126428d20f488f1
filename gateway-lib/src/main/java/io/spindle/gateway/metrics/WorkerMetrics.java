package io.spindle.gateway.metrics;

import com.codahale.metrics.Counter;
import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import java.util.concurrent.atomic.LongAdder;

/** What workers in this process do with their events. Safe for use from many threads. */
public final class WorkerMetrics {
    private static final String EVENTS = "gateway_worker_events_total{status=\"%s\"}";

    private final Counter handled;
    private final Counter failed;
    private final Counter deadLetters;
    private final Sum backlog;
    private final Sum blockedChannels;

    WorkerMetrics(MetricRegistry registry) {
        handled = registry.counter(EVENTS.formatted("handled"));
        failed = registry.counter(EVENTS.formatted("failed"));
        deadLetters = registry.counter(EVENTS.formatted("dead_letter"));
        backlog = registry.gauge("gateway_worker_backlog", Sum::new);
        blockedChannels = registry.gauge("gateway_worker_blocked_channels", Sum::new);
    }

    /** An event entered a worker's queue. */
    public void queued() {
        backlog.value.increment();
    }

    /** Events left a worker's queue: handled, set aside, or given up at its close. */
    public void unqueued(int events) {
        backlog.value.add(-events);
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

    /** A channel waits because the store of dead letters is full. */
    public void channelBlocked() {
        blockedChannels.value.increment();
    }

    /** It goes on. */
    public void channelUnblocked() {
        blockedChannels.value.decrement();
    }

    /** A level; registered once, so that several gateways with one registry add up. */
    private static final class Sum implements Gauge<Long> {
        private final LongAdder value = new LongAdder();

        @Override
        public Long getValue() {
            return value.sum();
        }
    }
}
