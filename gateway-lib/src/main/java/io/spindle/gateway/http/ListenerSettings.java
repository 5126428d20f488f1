package io.spindle.gateway.http;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One address to listen on.
 *
 * @param setting the name under which the port was set, for messages
 * @param bindAddress a literal or a host's name; null for all interfaces
 * @param port 0 for any free one
 * @param endpoints what is served there, beside health
 */
public record ListenerSettings(String setting, @Nullable String bindAddress, int port, Set<Endpoint> endpoints) {
    private static final int MAX_PORT = 65_535;

    public ListenerSettings {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException(setting + ": " + port + " (expected: 0 to " + MAX_PORT + ")");
        }
        endpoints = Set.copyOf(endpoints);
    }

    /** @param endpoints of clients */
    public static ListenerSettings clients(@Nullable String bindAddress, int port, Set<Endpoint> endpoints) {
        return new ListenerSettings("WEBSOCKET_PORT", bindAddress, port, endpoints);
    }

    public static ListenerSettings http(@Nullable String bindAddress, int port) {
        return new ListenerSettings("HTTP_PORT", bindAddress, port, Set.of(Endpoint.PRESENCE));
    }

    public static ListenerSettings metrics(@Nullable String bindAddress, int port) {
        return new ListenerSettings("METRICS_PORT", bindAddress, port, Set.of(Endpoint.METRICS));
    }

    /** Whether both mean one socket, which then serves the endpoints of both. */
    boolean sameSocket(ListenerSettings other) {
        return port != 0 && port == other.port && String.valueOf(bindAddress).equals(String.valueOf(other.bindAddress));
    }

    ListenerSettings and(ListenerSettings other) {
        EnumSet<Endpoint> both = Stream.of(endpoints, other.endpoints)
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Endpoint.class)));
        return new ListenerSettings(setting + " and " + other.setting, bindAddress, port, both);
    }
}
