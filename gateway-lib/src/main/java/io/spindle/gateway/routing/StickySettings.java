package io.spindle.gateway.routing;

import java.time.Duration;

/**
 * Bounds of sticky routing.
 *
 * @param routeCacheTtl how long a route is believed without asking; at most 10 min, and at most a tenth of
 *     {@code routeIdleTime}
 * @param routeIdleTime routes not used for so long are forgotten; zero: never
 * @param maxCachedRoutes routes kept in memory; at the bound another one makes room
 */
public record StickySettings(Duration routeCacheTtl, Duration routeIdleTime, int maxCachedRoutes) {
    private static final Duration LONGEST_TTL = Duration.ofMinutes(10);
    private static final int IDLE_TIMES_TTL = 10;

    public static final StickySettings DEFAULTS =
            new StickySettings(Duration.ofSeconds(30), Duration.ofDays(7), 100_000);

    public StickySettings {
        if (routeCacheTtl.toMillis() < 1 || routeCacheTtl.compareTo(LONGEST_TTL) > 0) {
            throw new IllegalArgumentException("routeCacheTtl: " + routeCacheTtl + " (expected: 1 ms to 10 min)");
        }
        if (routeIdleTime.isNegative()
                || (!routeIdleTime.isZero()
                        && routeIdleTime.compareTo(routeCacheTtl.multipliedBy(IDLE_TIMES_TTL)) < 0)) {
            throw new IllegalArgumentException(
                    "routeIdleTime: " + routeIdleTime + " (expected: 0 for never, or at least " + IDLE_TIMES_TTL
                            + " times routeCacheTtl, which is " + routeCacheTtl + ")");
        }
        if (maxCachedRoutes < 1) {
            throw new IllegalArgumentException("maxCachedRoutes: " + maxCachedRoutes + " (expected: at least 1)");
        }
    }

    public StickySettings withRouteCacheTtl(Duration routeCacheTtl) {
        return new StickySettings(routeCacheTtl, routeIdleTime, maxCachedRoutes);
    }

    public StickySettings withRouteIdleTime(Duration routeIdleTime) {
        return new StickySettings(routeCacheTtl, routeIdleTime, maxCachedRoutes);
    }

    public StickySettings withMaxCachedRoutes(int maxCachedRoutes) {
        return new StickySettings(routeCacheTtl, routeIdleTime, maxCachedRoutes);
    }
}
