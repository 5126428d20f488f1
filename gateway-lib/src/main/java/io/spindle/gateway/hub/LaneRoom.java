package io.spindle.gateway.hub;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Counts the bytes that wait in all lanes, and tells those who produce more when there is room. Thread-safe; its lock is
 * never held while others are told.
 */
final class LaneRoom {
    private static final CompletionStage<Void> NOW = CompletableFuture.completedFuture(null);

    private final long maxBytes;
    private final Executor executor;
    private long bytes;
    private @Nullable CompletableFuture<Void> awaited;

    /**
     * @param executor where those who waited for room go on, so that a lane never runs their code
     */
    LaneRoom(long maxBytes, Executor executor) {
        this.maxBytes = maxBytes;
        this.executor = executor;
    }

    synchronized void taken(int weight) {
        bytes += weight;
    }

    void released(int weight) {
        CompletableFuture<Void> waiting = null;
        synchronized (this) {
            bytes -= weight;
            if (awaited != null && bytes <= maxBytes / 2) {
                waiting = awaited;
                awaited = null;
            }
        }
        if (waiting != null) {
            CompletableFuture<Void> room = waiting;
            executor.execute(() -> room.complete(null));
        }
    }

    /** Complete while there is room; at the bound, completed once half of it is free. */
    synchronized CompletionStage<Void> available() {
        if (bytes < maxBytes) {
            return NOW;
        }
        if (awaited == null) {
            awaited = new CompletableFuture<>();
        }
        return awaited;
    }
}
