package io.spindle.gateway.worker;

import io.spindle.gateway.metrics.WorkerMetrics;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Feeds the handler with the events of channels: calls it, and decides by the outcome whether the event is
 * acknowledged, tried again after a pause, or set aside.
 *
 * <p>Runs on the worker's threads, on one at a time for each channel: the one that has it in its care.
 */
final class ChannelFeed {
    /** So that a busy channel lets others have its thread. */
    private static final int EVENTS_PER_TURN = 64;

    private final Backlog backlog;
    private final HandlerCalls calls;
    private final RetrySettings retry;
    private final SetAside setAside;
    private final Executor threads;
    private final Pauses pauses;
    private final WorkerMetrics metrics;

    ChannelFeed(
            Backlog backlog,
            HandlerCalls calls,
            RetrySettings retry,
            SetAside setAside,
            Executor threads,
            Pauses pauses,
            WorkerMetrics metrics) {
        this.backlog = backlog;
        this.calls = calls;
        this.retry = retry;
        this.setAside = setAside;
        this.threads = threads;
        this.pauses = pauses;
        this.metrics = metrics;
    }

    /** Takes a channel with events into care. */
    void wake(String channel) {
        threads.execute(() -> feed(channel));
    }

    private void feed(String channel) {
        for (int fed = 0; fed < EVENTS_PER_TURN; fed++) {
            Optional<Attempt> next = backlog.next(channel);
            if (next.isEmpty() || !settled(channel, next.get())) {
                return;
            }
        }
        wake(channel);
    }

    /** Makes one attempt. Returns whether the channel goes on at once; if not, it is empty or a timer has it. */
    private boolean settled(String channel, Attempt attempt) {
        Optional<Throwable> failure = calls.call(attempt);
        if (failure.isEmpty()) {
            metrics.handled();
            return backlog.acknowledge(channel);
        }
        metrics.failed();
        backlog.failed(channel);
        if (retry.exhausted(attempt.number())) {
            setAside.keep(attempt, failure.get(), () -> goOn(channel));
        } else {
            pauses.after(retry.backoff(attempt.number()), () -> feed(channel));
        }
        return false;
    }

    private void goOn(String channel) {
        if (backlog.acknowledge(channel)) {
            wake(channel);
        }
    }
}
