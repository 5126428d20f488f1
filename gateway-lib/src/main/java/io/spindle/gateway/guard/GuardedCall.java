package io.spindle.gateway.guard;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One question to code that is not ours, and the one answer that counts: the first of its own, a failure, and the
 * deadline. What comes later is ignored. Thread-safe.
 */
final class GuardedCall<T> implements Runnable {
    private final Supplier<? extends @Nullable CompletionStage<T>> question;
    private final long deadlineNanos;
    private final T refusal;
    private final FailureLog failures;
    private final CompletableFuture<T> answer = new CompletableFuture<>();

    /**
     * A call that has not begun.
     *
     * @param deadlineNanos by {@link System#nanoTime()}
     * @param refusal the answer if there is no other
     */
    GuardedCall(
            Supplier<? extends @Nullable CompletionStage<T>> question,
            long deadlineNanos,
            T refusal,
            FailureLog failures) {
        this.question = question;
        this.deadlineNanos = deadlineNanos;
        this.refusal = refusal;
        this.failures = failures;
    }

    CompletionStage<T> answer() {
        return answer;
    }

    /** Asks, unless the deadline passed while this waited for a thread. */
    @Override
    public void run() {
        if (isOver()) {
            return;
        }
        try {
            follow(question.get());
        } catch (
                Throwable
                        thrown) { // errors too: a plugin that can't be linked must refuse, not leave its caller waiting
            refuse(Failure.THREW, thrown);
        }
    }

    private void follow(@Nullable CompletionStage<T> stage) {
        if (stage == null) {
            refuse(Failure.NO_ANSWER, null);
            return;
        }
        stage.whenComplete((value, failure) -> {
            if (failure != null) {
                refuse(Failure.STAGE_FAILED, failure);
            } else if (value == null) {
                refuse(Failure.NO_ANSWER, null);
            } else {
                answer.complete(value);
            }
        });
    }

    void refuse(Failure failure, @Nullable Throwable cause) {
        if (answer.complete(refusal)) {
            failures.report(failure, cause);
        }
    }

    boolean isOver() {
        return answer.isDone();
    }

    /** Refuses if the deadline has passed; returns whether the call is over. */
    boolean endIfOver(long nowNanos) {
        if (!isOver() && nowNanos - deadlineNanos >= 0) {
            refuse(Failure.TIMEOUT, null);
        }
        return isOver();
    }
}
