package io.spindle.gateway.session;

import io.spindle.gateway.api.ErrorCode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes on with a command when somebody has answered: at once if that is so already, else on the executor. */
final class Later {
    private static final Logger log = LoggerFactory.getLogger(Later.class);

    private Later() {}

    /**
     * Goes on with the value of a stage. If the stage fails, or going on does, the command is answered with error 100
     * and the cause logged: nothing is left unanswered.
     *
     * @param next what to do with the value; answers the command or returns a stage behind which that happens
     * @return complete when the serial part of the command is over
     */
    static <T> CompletionStage<?> then(
            Session session,
            int id,
            CompletionStage<T> stage,
            Executor executor,
            Function<T, CompletionStage<?>> next) {
        CompletableFuture<T> future = stage.toCompletableFuture();
        if (future.isDone() && !future.isCompletedExceptionally()) {
            return next.apply(future.join());
        }
        return future.thenComposeAsync(value -> next.apply(value).thenApply(done -> Boolean.TRUE), executor)
                .exceptionally(failure -> {
                    log.error("Command failed: client={}", session.clientId(), failure);
                    session.answers().fail(id, ErrorCode.INTERNAL);
                    return Boolean.FALSE;
                });
    }
}
