package io.spindle.gateway.guard;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Asks one authenticator, policy or handler so that it can neither stop nor surprise us: it runs on an executor of its own, has a
 * deadline, and is taken for a refusal if it throws, answers null, fails, is late or can't be asked. Each kind of failure
 * is logged at most once a minute. Callees that are {@link NonBlocking} are asked on the calling thread. Thread-safe.
 *
 * <p>The returned stages never fail. They complete on whatever thread brings the answer (the callee's, or the
 * scheduler's), so what depends on them has to move to a thread of its own.
 *
 * @param <T> the answer
 */
public final class CallGuard<T> {
    private final boolean nonBlocking;
    private final Executor executor;
    private final Deadlines deadlines;
    private final T refusal;
    private final FailureLog failures;

    /**
     * Guards one callee.
     *
     * @param callee whom the questions go to
     * @param name the callee's name for the log
     * @param executor where it is asked, bounded: what it rejects is refused
     * @param scheduler for deadlines; only flags are set on it, besides what depends on the returned stages
     * @param refusal the answer when there is no other
     */
    public CallGuard(Object callee, String name, Executor executor, ScheduledExecutorService scheduler, T refusal) {
        this.nonBlocking = callee instanceof NonBlocking;
        this.executor = executor;
        this.deadlines = new Deadlines(scheduler);
        this.refusal = refusal;
        this.failures = new FailureLog(LoggerFactory.getLogger(CallGuard.class), name, System::nanoTime);
    }

    /**
     * Asks.
     *
     * @param question calls the callee; whatever it does is dealt with
     * @param timeoutNanos how long the answer may take, waiting for a thread included; not asked at all if it is not positive
     * @return the callee's answer, or the refusal
     */
    public CompletionStage<T> ask(Supplier<? extends @Nullable CompletionStage<T>> question, long timeoutNanos) {
        long now = System.nanoTime();
        GuardedCall<T> call = new GuardedCall<>(question, now + timeoutNanos, refusal, failures);
        if (call.endIfOver(now)) {
            return call.answer();
        }
        if (nonBlocking) {
            call.run();
        }
        if (!call.isOver()) {
            start(call);
        }
        return call.answer();
    }

    private void start(GuardedCall<T> call) {
        try {
            deadlines.watch(call);
            if (!nonBlocking) {
                executor.execute(call);
            }
        } catch (RejectedExecutionException rejected) {
            call.refuse(Failure.REJECTED, rejected);
        }
    }
}
