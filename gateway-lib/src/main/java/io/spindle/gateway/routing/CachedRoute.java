package io.spindle.gateway.routing;

import io.spindle.gateway.api.routing.Routing;
import java.util.concurrent.CompletableFuture;

/** One known route. Any thread may ask it; the sweep of its cache decides about its life. */
final class CachedRoute {
    private final String workerId;
    /** Completed once and handed out again and again: the way of a message allocates nothing here. */
    private final CompletableFuture<Routing> answer;

    private volatile long expiresAtNanos;
    /** Races are harmless: at worst a route is asked for once more, or once less. */
    private boolean used;

    CachedRoute(String workerId, long expiresAtNanos) {
        this.workerId = workerId;
        this.answer = CompletableFuture.completedFuture(new Routing.Found(workerId));
        this.expiresAtNanos = expiresAtNanos;
    }

    String workerId() {
        return workerId;
    }

    CompletableFuture<Routing> answer() {
        if (!used) {
            used = true;
        }
        return answer;
    }

    boolean isExpired(long nowNanos) {
        return nowNanos - expiresAtNanos >= 0;
    }

    void extendTo(long nanos) {
        expiresAtNanos = nanos;
    }

    /** Whether it was used since the last call of this, and has less than the given time left. */
    boolean takeIsDue(long withinNanos, long nowNanos) {
        if (!used || expiresAtNanos - nowNanos > withinNanos) {
            return false;
        }
        used = false;
        return true;
    }
}
