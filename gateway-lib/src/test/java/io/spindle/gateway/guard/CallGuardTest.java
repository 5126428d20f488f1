package io.spindle.gateway.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CallGuardTest {
    private static final String REFUSAL = "refused";
    private static final long LONG = TimeUnit.SECONDS.toNanos(20);
    private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(50);

    private final ThreadPoolExecutor executor =
            new ThreadPoolExecutor(0, 2, 1, TimeUnit.SECONDS, new SynchronousQueue<>());
    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final CallGuard<String> guard = guard(new Object());
    private final CallGuard<String> nonBlocking = guard(new NonBlocking() {});

    private CallGuard<String> guard(Object callee) {
        return new CallGuard<>(callee, "callee", executor, scheduler, REFUSAL);
    }

    @AfterEach
    void stop() {
        release.countDown();
        executor.shutdownNow();
        scheduler.shutdownNow();
    }

    private static String answer(CompletionStage<String> stage) throws Exception {
        return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private CompletionStage<String> block() {
        try {
            release.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return CompletableFuture.completedFuture("late");
    }

    private static Supplier<CompletionStage<String>> now(String answer) {
        return () -> CompletableFuture.completedFuture(answer);
    }

    @Test
    void theAnswerPassesWheneverItComesInTime() throws Exception {
        CompletableFuture<String> open = new CompletableFuture<>();
        CompletionStage<String> asked = guard.ask(() -> open, LONG);
        assertEquals("yes", answer(guard.ask(now("yes"), LONG)));
        assertFalse(asked.toCompletableFuture().isDone());

        open.complete("yes at last");

        assertEquals("yes at last", answer(asked));
    }

    @Test
    void foreignCodeNeverRunsOnTheCallersThread() throws Exception {
        CompletableFuture<Thread> ran = new CompletableFuture<>();

        answer(guard.ask(
                () -> {
                    ran.complete(Thread.currentThread());
                    return CompletableFuture.completedFuture("yes");
                },
                LONG));

        assertNotSame(Thread.currentThread(), ran.join());
    }

    @Test
    void whatThrowsRefuses() throws Exception {
        assertEquals(REFUSAL, answer(guard.ask(CallGuardTest::thrown, LONG)));
        assertEquals(
                REFUSAL,
                answer(guard.ask(
                        () -> {
                            throw new NoClassDefFoundError("lib/Gone");
                        },
                        LONG)));
    }

    private static CompletionStage<String> thrown() {
        throw new IllegalStateException("on purpose");
    }

    @Test
    void aFailedStageRefuses() throws Exception {
        assertEquals(
                REFUSAL, answer(guard.ask(() -> CompletableFuture.failedFuture(new Exception("on purpose")), LONG)));
    }

    @Test
    void nullRefuses() throws Exception {
        assertEquals(REFUSAL, answer(guard.ask(() -> null, LONG)));
        assertEquals(REFUSAL, answer(guard.ask(now(null), LONG)));
    }

    @Test
    void aStageLeftOpenRefusesAtTheDeadlineAndItsLateAnswerIsIgnored() throws Exception {
        CompletableFuture<String> open = new CompletableFuture<>();
        CompletionStage<String> asked = guard.ask(() -> open, SHORT);

        assertEquals(REFUSAL, answer(asked));
        open.complete("late");

        assertEquals(REFUSAL, answer(asked));
    }

    @Test
    void aCallThatBlocksRefusesAtTheDeadlineAndStopsNobody() throws Exception {
        assertEquals(REFUSAL, answer(guard.ask(this::block, SHORT)));

        assertEquals("yes", answer(guard.ask(now("yes"), LONG)));
    }

    @Test
    void eachCallHasADeadlineOfItsOwn() throws Exception {
        CompletionStage<String> slow = guard.ask(CompletableFuture::new, LONG);
        List<CompletionStage<String>> quick = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            quick.add(nonBlocking.ask(CompletableFuture::new, SHORT));
        }

        for (CompletionStage<String> each : quick) {
            assertEquals(REFUSAL, answer(each));
        }
        assertFalse(slow.toCompletableFuture().isDone());
    }

    @Test
    void afterAQuietTimeDeadlinesAreKeptAgain() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertEquals(REFUSAL, answer(guard.ask(CompletableFuture::new, SHORT)));
            while (!scheduler.getQueue().isEmpty()) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void whatTheExecutorRejectsIsRefusedAtOnce() throws Exception {
        guard.ask(this::block, LONG);
        guard.ask(this::block, LONG);

        assertEquals(REFUSAL, answer(guard.ask(now("yes"), LONG)));
    }

    @Test
    void aCallWhoseTimeRanOutInTheQueueIsNotMade() throws Exception {
        List<Runnable> queue = new ArrayList<>();
        CallGuard<String> queued = new CallGuard<>(new Object(), "callee", queue::add, scheduler, REFUSAL);
        AtomicBoolean called = new AtomicBoolean();
        CompletionStage<String> asked = queued.ask(
                () -> {
                    called.set(true);
                    return CompletableFuture.completedFuture("late");
                },
                SHORT);
        assertEquals(REFUSAL, answer(asked));

        queue.forEach(Runnable::run);

        assertFalse(called.get());
    }

    @Test
    void withoutTimeNothingIsAsked() throws Exception {
        AtomicBoolean called = new AtomicBoolean();
        Supplier<CompletionStage<String>> question = () -> {
            called.set(true);
            return CompletableFuture.completedFuture("yes");
        };

        assertEquals(REFUSAL, answer(guard.ask(question, 0)));
        assertEquals(REFUSAL, answer(nonBlocking.ask(question, -1)));
        assertFalse(called.get());
    }

    @Test
    void withTheSchedulerShutDownCallsAreRefusedInsteadOfLeftWithoutDeadline() throws Exception {
        scheduler.shutdownNow();

        assertEquals(REFUSAL, answer(guard.ask(now("yes"), LONG)));
        assertEquals(REFUSAL, answer(guard.ask(CompletableFuture::new, LONG)));
        assertEquals("yes", answer(nonBlocking.ask(now("yes"), LONG)));
    }

    @Test
    void nonBlockingOnesAnswerOnTheCallersThreadAtOnce() {
        CompletableFuture<Thread> ran = new CompletableFuture<>();

        CompletionStage<String> asked = nonBlocking.ask(
                () -> {
                    ran.complete(Thread.currentThread());
                    return CompletableFuture.completedFuture("yes");
                },
                LONG);

        assertTrue(asked.toCompletableFuture().isDone());
        assertSame(Thread.currentThread(), ran.join());
        assertEquals(0, executor.getTaskCount());
        assertTrue(scheduler.getQueue().isEmpty());
    }

    @Test
    void nonBlockingOnesThatFailRefuseToo() throws Exception {
        assertEquals(REFUSAL, answer(nonBlocking.ask(CallGuardTest::thrown, LONG)));
        assertEquals(REFUSAL, answer(nonBlocking.ask(() -> null, LONG)));
        assertEquals(REFUSAL, answer(nonBlocking.ask(CompletableFuture::new, SHORT)));
    }
}
