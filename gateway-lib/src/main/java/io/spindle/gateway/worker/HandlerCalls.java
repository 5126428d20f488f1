package io.spindle.gateway.worker;

import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.transport.ReplyListener;
import io.spindle.gateway.api.worker.ChannelHandler;
import io.spindle.gateway.api.worker.EventContext;
import io.spindle.gateway.metrics.WorkerMetrics;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls a worker's handler and watches how long it takes. One watch for all calls, not a timer for each: only the few
 * that run are looked at.
 *
 * <p>Thread-safe; no lock is held during a call.
 */
final class HandlerCalls {
    private static final Logger log = LoggerFactory.getLogger(HandlerCalls.class);

    private final Set<HandlerCall> running = ConcurrentHashMap.newKeySet();
    private final String workerId;
    private final ChannelHandler handler;
    private final Duration timeout;
    private final ReplyListener replies;
    private final WorkerMetrics metrics;
    private final LongSupplier nanoTime;

    HandlerCalls(
            String workerId,
            ChannelHandler handler,
            Duration timeout,
            ReplyListener replies,
            WorkerMetrics metrics,
            LongSupplier nanoTime) {
        this.workerId = workerId;
        this.handler = handler;
        this.timeout = timeout;
        this.replies = replies;
        this.metrics = metrics;
        this.nanoTime = nanoTime;
    }

    /** Calls the handler on this thread. Returns the failure, or nothing if it succeeded in time. */
    Optional<Throwable> call(Attempt attempt) {
        Delivery delivery = new Delivery(workerId, attempt, replies, metrics);
        HandlerCall call = new HandlerCall(delivery, Thread.currentThread(), nanoTime.getAsLong());
        running.add(call);
        Optional<Throwable> failure = handle(attempt.event(), delivery);
        running.remove(call);
        if (call.returned()) {
            return Optional.of(timedOut());
        }
        if (failure.isEmpty()) {
            delivery.succeeded();
        }
        delivery.end();
        return failure;
    }

    /** Interrupts the calls that have taken too long. */
    void interruptOverdue() {
        long latestStart = nanoTime.getAsLong() - timeout.toNanos();
        for (HandlerCall call : running) {
            if (call.timeOutIfStartedBefore(latestStart)) {
                log.warn("Handler interrupted: worker={} handlerTimeout={}", workerId, timeout);
            }
        }
    }

    private Optional<Throwable> handle(ClientEvent event, EventContext context) {
        try {
            handler.handle(event, context);
            return Optional.empty();
        } catch (Throwable failure) { // Also errors: a channel whose thread died would wait for ever.
            return Optional.of(failure);
        }
    }

    private TimeoutException timedOut() {
        return new TimeoutException("handler did not return within " + timeout);
    }
}
