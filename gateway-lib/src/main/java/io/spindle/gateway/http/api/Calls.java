package io.spindle.gateway.http.api;

import io.spindle.gateway.api.ErrorCode;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has requests answered, and makes errors of what fails. Thread-safe. */
final class Calls {
    private static final Logger log = LoggerFactory.getLogger(Calls.class);

    private final ServerApi api;

    Calls(ServerApi api) {
        this.api = api;
    }

    ServerApi api() {
        return api;
    }

    /** Never fails. */
    CompletionStage<Reply> reply(ApiRequest request) {
        return reply(() -> request.answer(this));
    }

    /** Never fails. */
    CompletionStage<Reply> reply(Supplier<CompletionStage<ResultFields>> call) {
        CompletionStage<ResultFields> answer;
        try {
            answer = call.get();
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(failed(e));
        }
        return answer.<Reply>thenApply(Reply.Done::new).exceptionally(this::failed);
    }

    private Reply failed(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        if (cause instanceof ApiException refused) {
            return new Reply.Failed(refused.error());
        }
        Optional<ErrorCode> error = api.error(cause);
        if (error.isEmpty()) {
            log.warn("A request of the server API failed", cause);
        }
        return new Reply.Failed(error.map(known -> ApiError.of(known.code())).orElse(ApiError.INTERNAL));
    }
}
