package io.spindle.gateway.http;

import java.util.Map;
import java.util.Optional;

/** The paths that one listener serves. Immutable. */
final class RouteTable {
    private final Map<String, Route> fixed;
    private final Optional<Route> presence;

    RouteTable(Map<String, Route> fixed, Optional<Route> presence) {
        this.fixed = Map.copyOf(fixed);
        this.presence = presence;
    }

    /** @param path as it was sent: an encoded variant of a path is another path */
    Optional<Route> find(String path) {
        Route route = fixed.get(path);
        if (route != null) {
            return Optional.of(route);
        }
        return presence.filter(found -> ChannelPath.encodedChannel(path).isPresent());
    }
}
