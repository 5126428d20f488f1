package io.spindle.gateway.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.api.worker.ChannelHandler;
import io.spindle.gateway.api.worker.EventContext;
import io.spindle.gateway.metrics.GatewayMetrics;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The watch is moved by hand, from within the handler's call. */
class HandlerCallsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5); // Overflows, as the real clock may.
    private HandlerCalls calls;

    @Test
    void theHandlerLearnsItsWorkerAndWhichAttemptItIs() {
        AtomicReference<EventContext> seen = new AtomicReference<>();

        assertEquals(Optional.empty(), call((event, context) -> seen.set(context)));

        assertEquals("w1", seen.get().workerId());
        assertEquals(2, seen.get().attempt());
        assertTrue(seen.get().isRepeated());
    }

    @Test
    void whatTheHandlerThrowsIsTheFailureAlsoIfItIsAnError() {
        Error error = new StackOverflowError();

        assertSame(
                error,
                call((event, context) -> {
                            throw error;
                        })
                        .orElseThrow());
    }

    @Test
    void aCallWithinItsTimeIsNotInterrupted() {
        Optional<Throwable> failure = call((event, context) -> {
            pass(TIMEOUT);
            assertFalse(Thread.currentThread().isInterrupted());
        });

        assertEquals(Optional.empty(), failure);
    }

    @Test
    void aCallPastItsTimeIsInterruptedAndHasFailedEvenIfItReturns() {
        Optional<Throwable> failure = call((event, context) -> {
            pass(TIMEOUT.plusNanos(1));
            assertTrue(Thread.currentThread().isInterrupted());
        });

        assertInstanceOf(TimeoutException.class, failure.orElseThrow());
    }

    @Test
    void aCallIsInterruptedOnce() {
        call((event, context) -> {
            pass(TIMEOUT.plusNanos(1));
            assertTrue(Thread.interrupted());
            pass(TIMEOUT);
            assertFalse(Thread.currentThread().isInterrupted());
        });
    }

    @Test
    void anInterruptDoesNotReachTheNextCall() {
        call((event, context) -> Thread.currentThread().interrupt());

        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void aCallThatHasReturnedIsWatchedNoMore() {
        call((event, context) -> {});

        pass(TIMEOUT.multipliedBy(2));

        assertFalse(Thread.currentThread().isInterrupted());
    }

    private Optional<Throwable> call(ChannelHandler handler) {
        calls = new HandlerCalls(
                "w1",
                handler,
                TIMEOUT,
                (eventId, answer) -> false,
                new GatewayMetrics(new MetricRegistry()).workers(),
                nanoTime::get);
        return calls.call(new Attempt(Events.message("chat", 1), 2));
    }

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
        calls.interruptOverdue();
    }
}
