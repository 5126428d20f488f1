package io.spindle.gateway.worker;

import static io.spindle.gateway.worker.Events.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkerTimeoutTest {
    private static final WorkerSettings QUICK = WorkerSettings.DEFAULT.withRetry(
            new RetrySettings(2, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(50)));

    @Test
    void aCallThatTakesTooLongIsInterruptedAndTheEventRepeated() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        RecordingHandler handler = new RecordingHandler((event, context) -> {
            if (context.attempt() == 1) {
                never.await();
            }
        });
        try (RunningWorker worker = new RunningWorker(handler, QUICK)) {
            worker.append(message("chat", 1));

            assertEquals(1, handler.awaitCall().attempt());
            assertEquals(2, handler.awaitCall().attempt());
            assertEquals(1, worker.counted("failed"));
        }
    }

    @Test
    void theNextAttemptWaitsUntilACallThatIgnoresItsInterruptHasReturned() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        RecordingHandler handler = new RecordingHandler((event, context) -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            if (event.id().equals("stuck/1") && context.attempt() == 1) {
                awaitStubbornly(released, interrupted);
            }
            inside.decrementAndGet();
        });
        try (RunningWorker worker = new RunningWorker(handler, QUICK)) {
            worker.append(message("stuck", 1));
            assertEquals("stuck/1", handler.awaitCall().eventId());
            assertTrue(interrupted.await(10, TimeUnit.SECONDS));
            assertTrue(handler.isQuiet(), "no second call beside the first");

            released.countDown();

            assertEquals(new RecordingHandler.Call("stuck/1", 2, "default-00"), handler.awaitCall());
            assertEquals(1, most.get());
        }
    }

    @Test
    void otherChannelsGoOnBesideACallThatHangs() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        RecordingHandler handler = new RecordingHandler((event, context) -> {
            if (event.channel().equals("stuck")) {
                awaitStubbornly(released, new CountDownLatch(1));
            }
        });
        try (RunningWorker worker = new RunningWorker(handler, QUICK)) {
            worker.append(message("stuck", 1));
            assertEquals(List.of("stuck/1"), handler.awaitIds(1));
            worker.append(message("chat", 1));
            worker.append(message("chat", 2));

            assertEquals(List.of("chat/1", "chat/2"), handler.awaitIds(2));
            released.countDown();
        }
    }

    private static void awaitStubbornly(CountDownLatch released, CountDownLatch interrupted) {
        while (true) {
            try {
                released.await();
                return;
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        }
    }
}
