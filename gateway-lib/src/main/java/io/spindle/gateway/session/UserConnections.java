package io.spindle.gateway.session;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts the connections of each user up to a limit, on this gateway. Nothing is kept of users without a connection, of
 * anonymous clients, or without a limit. Thread-safe.
 */
final class UserConnections {
    private final int max;
    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    /** @param max of one user; 0 for no limit */
    UserConnections(int max) {
        this.max = max;
    }

    /** Counts one more connection of a user, unless it has all it may have. */
    boolean enter(String userId) {
        if (isExempt(userId)) {
            return true;
        }
        boolean[] entered = new boolean[1];
        open.compute(userId, (user, count) -> {
            int before = count == null ? 0 : count;
            entered[0] = before < max;
            return entered[0] ? before + 1 : before;
        });
        return entered[0];
    }

    /** Once for each connection that has entered. */
    void leave(String userId) {
        if (!isExempt(userId)) {
            open.computeIfPresent(userId, (user, count) -> count == 1 ? null : count - 1);
        }
    }

    private boolean isExempt(String userId) {
        return max == 0 || userId.isEmpty();
    }
}
