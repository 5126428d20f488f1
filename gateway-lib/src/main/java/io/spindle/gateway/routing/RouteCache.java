package io.spindle.gateway.routing;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Known routes, bounded in number and in age. Thread-safe; reading takes no lock.
 *
 * <p>At the bound a new route takes the place of any other: which one matters little, since a route that is dropped
 * costs one round trip when it is wanted again.
 */
final class RouteCache {
    private final ConcurrentHashMap<String, CachedRoute> routes = new ConcurrentHashMap<>();
    private final AtomicInteger size = new AtomicInteger();
    private final long ttlNanos;
    private final int maxRoutes;

    RouteCache(StickySettings settings) {
        this.ttlNanos = settings.routeCacheTtl().toNanos();
        this.maxRoutes = settings.maxCachedRoutes();
    }

    @Nullable CachedRoute get(String channel, long nowNanos) {
        CachedRoute route = routes.get(channel);
        return route == null || route.isExpired(nowNanos) ? null : route;
    }

    void put(String channel, String workerId, long nowNanos) {
        if (routes.put(channel, new CachedRoute(workerId, nowNanos + ttlNanos)) == null
                && size.incrementAndGet() > maxRoutes) {
            Iterator<Map.Entry<String, CachedRoute>> any = routes.entrySet().iterator();
            Map.Entry<String, CachedRoute> victim = any.next();
            if (victim.getKey().equals(channel) && any.hasNext()) {
                victim = any.next();
            }
            remove(victim.getKey(), victim.getValue());
        }
    }

    /** Forgets the route of a channel if it names this worker. */
    void forget(String channel, String workerId) {
        CachedRoute route = routes.get(channel);
        if (route != null && route.workerId().equals(workerId)) {
            remove(channel, route);
        }
    }

    /** What the store says now: the route lives on, changes, or (no worker) ends. */
    void renew(String channel, @Nullable String workerId, long nowNanos) {
        CachedRoute route = routes.get(channel);
        if (route == null) {
            return;
        }
        if (route.workerId().equals(workerId)) {
            route.extendTo(nowNanos + ttlNanos);
        } else {
            remove(channel, route);
        }
    }

    /**
     * Drops what is too old and what names a worker that is not known, and finds what should be asked for again: routes
     * in use that are half way through their life.
     */
    List<String> sweep(WorkerList workers, long nowNanos) {
        List<String> due = new ArrayList<>();
        routes.forEach((channel, route) -> {
            if (route.isExpired(nowNanos) || !workers.isKnown(route.workerId())) {
                remove(channel, route);
            } else if (route.takeIsDue(ttlNanos / 2, nowNanos)) {
                due.add(channel);
            }
        });
        return due;
    }

    int size() {
        return size.get();
    }

    private void remove(String channel, CachedRoute route) {
        if (routes.remove(channel, route)) {
            size.decrementAndGet();
        }
    }
}
