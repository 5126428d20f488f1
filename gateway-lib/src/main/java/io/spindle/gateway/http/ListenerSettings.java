package io.spindle.gateway.http;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * One address to listen on.
 *
 * @param setting the name under which the port was set, for messages
 * @param bindAddress a literal or a host's name; null for all interfaces
 * @param port 0 for any free one
 * @param endpoints what is served there
 * @param tls what this one speaks TLS with, in place of what all do
 */
public record ListenerSettings(
        String setting, @Nullable String bindAddress, int port, Set<Endpoint> endpoints, Optional<SSLContext> tls) {
    private static final int MAX_PORT = 65_535;

    public ListenerSettings {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException(setting + ": " + port + " (expected: 0 to " + MAX_PORT + ")");
        }
        endpoints = Set.copyOf(endpoints);
    }

    /** Speaks what all speak. */
    public ListenerSettings(String setting, @Nullable String bindAddress, int port, Set<Endpoint> endpoints) {
        this(setting, bindAddress, port, endpoints, Optional.empty());
    }

    /** @param endpoints of clients, mostly; health is served beside them */
    public static ListenerSettings clients(@Nullable String bindAddress, int port, Set<Endpoint> endpoints) {
        return new ListenerSettings("WEBSOCKET_PORT", bindAddress, port, withHealth(endpoints));
    }

    /** @param endpoints of back ends; health is served beside them */
    public static ListenerSettings http(@Nullable String bindAddress, int port, Set<Endpoint> endpoints) {
        return new ListenerSettings("HTTP_PORT", bindAddress, port, withHealth(endpoints));
    }

    public static ListenerSettings metrics(@Nullable String bindAddress, int port) {
        return new ListenerSettings("METRICS_PORT", bindAddress, port, withHealth(Set.of(Endpoint.METRICS)));
    }

    /** Whether both mean one socket, which then serves the endpoints of both. */
    boolean sameSocket(ListenerSettings other) {
        return port != 0 && port == other.port && String.valueOf(bindAddress).equals(String.valueOf(other.bindAddress));
    }

    ListenerSettings and(ListenerSettings other) {
        EnumSet<Endpoint> both = EnumSet.copyOf(endpoints);
        both.addAll(other.endpoints);
        String settings = setting.equals(other.setting) ? setting : setting + " and " + other.setting;
        return new ListenerSettings(settings, bindAddress, port, both, tls.or(other::tls));
    }

    private static Set<Endpoint> withHealth(Set<Endpoint> endpoints) {
        Set<Endpoint> all = EnumSet.copyOf(endpoints);
        all.add(Endpoint.HEALTH);
        return all;
    }
}
