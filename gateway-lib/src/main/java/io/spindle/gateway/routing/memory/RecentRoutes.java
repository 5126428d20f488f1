package io.spindle.gateway.routing.memory;

import io.spindle.gateway.api.routing.Routing;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The routes of channels in use, in two generations: what is used moves to the younger one; every idle time the older
 * is dropped and the younger takes its place. So a route is kept for one to two idle times after its last use, and costs
 * a map's entry, without a time or a timer of its own.
 *
 * <p>Thread-safe; routes in use are found without a lock.
 */
final class RecentRoutes {
    private final long idleNanos;
    private final LongSupplier nanoTime;
    private final Object lock = new Object();
    private volatile Map<String, Routing> young = new ConcurrentHashMap<>();
    private volatile long bornNanos;
    private Map<String, Routing> old = new HashMap<>();

    RecentRoutes(Duration idleTime, LongSupplier nanoTime) {
        this.idleNanos = idleTime.toNanos();
        this.nanoTime = nanoTime;
        this.bornNanos = nanoTime.getAsLong();
    }

    Optional<Routing> find(String channel) {
        if (nanoTime.getAsLong() - bornNanos >= idleNanos) {
            age();
        }
        Routing route = young.get(channel);
        if (route != null) {
            return Optional.of(route);
        }
        synchronized (lock) {
            return findLocked(channel);
        }
    }

    /** Keeps a route, unless the channel got one meanwhile. Returns the one that counts. */
    Routing keep(String channel, Routing route) {
        synchronized (lock) {
            Optional<Routing> known = findLocked(channel);
            if (known.isEmpty()) {
                young.put(channel, route);
            }
            return known.orElse(route);
        }
    }

    private Optional<Routing> findLocked(String channel) {
        Routing used = old.remove(channel);
        if (used != null) {
            young.put(channel, used);
        }
        return Optional.ofNullable(young.get(channel));
    }

    private void age() {
        synchronized (lock) {
            long now = nanoTime.getAsLong();
            if (now - bornNanos < idleNanos) {
                return;
            }
            // After a long pause both generations are past their time.
            boolean bothPast = now - bornNanos >= 2 * idleNanos;
            old = bothPast ? new HashMap<>() : young;
            young = new ConcurrentHashMap<>();
            bornNanos = now;
        }
    }
}
