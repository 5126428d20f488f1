package io.spindle.gateway.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Commands of all sessions that have no answer yet, so that a shutdown can wait for them. Thread-safe. */
final class InFlight {
    private final AtomicLong count = new AtomicLong();
    private volatile @Nullable CompletableFuture<Void> awaited;

    /** Counts a command in; false if a shutdown has begun, and it is not to be handled any more. */
    boolean began() {
        count.incrementAndGet();
        if (awaited == null) {
            return true;
        }
        ended();
        return false;
    }

    void ended() {
        long left = count.decrementAndGet();
        CompletableFuture<Void> waiting = awaited;
        if (left == 0 && waiting != null) {
            waiting.complete(null);
        }
    }

    /** Completed when nothing is in flight; called once, after new commands have stopped coming. */
    CompletionStage<Void> none() {
        CompletableFuture<Void> none = new CompletableFuture<>();
        awaited = none;
        if (count.get() == 0) {
            none.complete(null);
        }
        return none;
    }
}
