package io.spindle.gateway.metrics;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Who left within the last minute, so that their return can be counted as a reconnect.
 *
 * <p>Remembers at most {@value #MAX_REMEMBERED} users, the oldest forgotten first, and of each only a hash: user ids
 * come from tokens and may be long. Thread-safe: one lock, held for a few steps in a map.
 */
final class Departures {
    static final Duration WINDOW = Duration.ofSeconds(60);
    static final int MAX_REMEMBERED = 65_536;

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final LongSupplier nanoClock;
    /** Hash of the user to the time of leaving, oldest first. */
    private final Map<Long, Long> leftAt = new LinkedHashMap<>();

    Departures(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    synchronized void left(String userId) {
        long now = nanoClock.getAsLong();
        long user = hash(userId);
        leftAt.remove(user);
        leftAt.put(user, now);
        forgetOldest(now);
    }

    /** Whether this user left within the window; tells so once for each time that the user left. */
    synchronized boolean returned(String userId) {
        Long left = leftAt.remove(hash(userId));
        return left != null && !expired(left, nanoClock.getAsLong());
    }

    private void forgetOldest(long now) {
        Iterator<Long> oldest = leftAt.values().iterator();
        while (oldest.hasNext() && (expired(oldest.next(), now) || leftAt.size() > MAX_REMEMBERED)) {
            oldest.remove();
        }
    }

    private static boolean expired(long left, long now) {
        return now - left > WINDOW.toNanos();
    }

    private static long hash(String userId) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < userId.length(); i++) {
            hash = (hash ^ userId.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
