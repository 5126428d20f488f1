package io.spindle.gateway.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What has begun and not ended yet in all sessions, so that a shutdown can wait for it. Thread-safe. */
final class InFlight {
    private final AtomicLong count = new AtomicLong();
    private volatile @Nullable CompletableFuture<Void> awaited;

    /** Counts something in; false if a shutdown waits already, and this is not waited for. */
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

    /** Completed when nothing is in flight; called once, after nothing new is to come. */
    CompletionStage<Void> none() {
        CompletableFuture<Void> none = new CompletableFuture<>();
        awaited = none;
        if (count.get() == 0) {
            none.complete(null);
        }
        return none;
    }
}
