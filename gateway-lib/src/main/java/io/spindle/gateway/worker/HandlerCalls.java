package io.spindle.gateway.worker;

import io.spindle.gateway.api.worker.ChannelHandler;
import io.spindle.gateway.api.worker.EventContext;
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
    private final LongSupplier nanoTime;

    HandlerCalls(String workerId, ChannelHandler handler, Duration timeout, LongSupplier nanoTime) {
        this.workerId = workerId;
        this.handler = handler;
        this.timeout = timeout;
        this.nanoTime = nanoTime;
    }

    /** Calls the handler on this thread. Returns the failure, or nothing if it succeeded in time. */
    Optional<Throwable> call(Attempt attempt) {
        HandlerCall call = new HandlerCall(Thread.currentThread(), nanoTime.getAsLong());
        running.add(call);
        Optional<Throwable> failure = handle(attempt);
        running.remove(call);
        return call.returned() ? Optional.of(timedOut()) : failure;
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

    private Optional<Throwable> handle(Attempt attempt) {
        try {
            handler.handle(attempt.event(), new EventContext(workerId, attempt.number()));
            return Optional.empty();
        } catch (Throwable failure) { // Also errors: a channel whose thread died would wait for ever.
            return Optional.of(failure);
        }
    }

    private TimeoutException timedOut() {
        return new TimeoutException("handler did not return within " + timeout);
    }
}
