package io.spindle.gateway.http.api;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Makes calls that do not fail, some at a time. */
final class InTurn {
    private InTurn() {}

    /**
     * Begins them in their order.
     *
     * @param atATime how many, until all of these are done
     * @return what came of them, in the order of the calls
     */
    static <T> CompletionStage<List<T>> run(List<Supplier<CompletionStage<T>>> calls, int atATime) {
        CompletionStage<List<T>> results = CompletableFuture.completedFuture(new ArrayList<>(calls.size()));
        for (int from = 0; from < calls.size(); from += atATime) {
            List<Supplier<CompletionStage<T>>> next = calls.subList(from, Math.min(calls.size(), from + atATime));
            results = results.thenCompose(before -> together(next).thenApply(more -> {
                before.addAll(more);
                return before;
            }));
        }
        return results;
    }

    private static <T> CompletionStage<List<T>> together(List<Supplier<CompletionStage<T>>> calls) {
        List<CompletableFuture<T>> begun =
                calls.stream().map(call -> call.get().toCompletableFuture()).toList();
        return CompletableFuture.allOf(begun.toArray(CompletableFuture<?>[]::new))
                .thenApply(done -> begun.stream().map(CompletableFuture::join).toList());
    }
}
