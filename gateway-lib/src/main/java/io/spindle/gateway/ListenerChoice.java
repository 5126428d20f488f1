package io.spindle.gateway;

import io.spindle.gateway.http.ApiKey;
import io.spindle.gateway.http.Endpoint;
import io.spindle.gateway.http.HttpLimits;
import io.spindle.gateway.http.HttpSettings;
import io.spindle.gateway.http.HttpThreads;
import io.spindle.gateway.http.ListenerSettings;
import io.spindle.gateway.http.OperatorPaths;
import io.spindle.gateway.http.PresenceAccess;
import io.spindle.gateway.http.admission.ConnectionLimits;
import io.spindle.gateway.http.origin.OriginCheck;
import io.spindle.gateway.http.origin.TrustedProxies;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** What a builder was told about listeners and who may come. Not thread-safe. */
final class ListenerChoice {
    private static final int MAX_PORT = 65_535;

    Optional<Integer> port = Optional.empty();
    Optional<Integer> httpPort = Optional.empty();
    Optional<Integer> metricsPort = Optional.empty();

    @Nullable String bindAddress;

    @Nullable String websocketBindAddress;

    @Nullable String httpBindAddress;

    @Nullable String metricsBindAddress;

    final List<Listener> more = new ArrayList<>();
    OperatorPaths paths = OperatorPaths.DEFAULT;
    Optional<SSLContext> tls = Optional.empty();
    List<String> allowedOrigins = List.of();
    List<String> trustedProxies = List.of();
    Optional<String> apiKey = Optional.empty();
    boolean presencePublic;
    int maxConnections;
    int maxConnectionsPerAddress;
    int maxNewConnections;

    void check(Faults faults) {
        port.ifPresent(number -> faults.range("port", number, 0, MAX_PORT));
        httpPort.ifPresent(number -> faults.range("httpPort", number, 0, MAX_PORT));
        metricsPort.ifPresent(number -> faults.range("metricsPort", number, 0, MAX_PORT));
        more.forEach(listener -> faults.range(listener.setting(), listener.port(), 0, MAX_PORT));
        faults.range("maxConnections", maxConnections, 0, Integer.MAX_VALUE);
        faults.range("maxNewConnections", maxNewConnections, 0, 1_000_000_000);
        faults.range("maxConnectionsPerAddress", maxConnectionsPerAddress, 0, Integer.MAX_VALUE);
        faults.check(() -> TrustedProxies.of(trustedProxies));
        faults.check(() -> new OriginCheck(allowedOrigins, TrustedProxies.NONE));
        apiKey.ifPresent(key -> faults.check(() -> ApiKey.of(key)));
    }

    /**
     * Of checked choices.
     *
     * @param clients the endpoints of clients
     * @param api whether the server API is beside presence, or, if that has no port, beside clients
     */
    HttpSettings settings(Set<Endpoint> clients, boolean api) {
        Set<Endpoint> presence = EnumSet.of(Endpoint.PRESENCE);
        Set<Endpoint> external = EnumSet.copyOf(clients);
        if (api) {
            (httpPort.isPresent() ? presence : external).add(Endpoint.API);
        }
        List<ListenerSettings> listeners = new ArrayList<>();
        port.ifPresent(
                number -> listeners.add(ListenerSettings.clients(either(websocketBindAddress), number, external)));
        httpPort.ifPresent(number -> listeners.add(ListenerSettings.http(either(httpBindAddress), number, presence)));
        metricsPort.ifPresent(number -> listeners.add(ListenerSettings.metrics(either(metricsBindAddress), number)));
        more.forEach(listener -> listeners.add(listener.settings(bindAddress)));
        return new HttpSettings(
                listeners,
                HttpThreads.DEFAULT,
                HttpLimits.DEFAULT,
                new OriginCheck(allowedOrigins, TrustedProxies.of(trustedProxies)),
                new PresenceAccess(apiKey.map(ApiKey::of), presencePublic),
                paths,
                tls);
    }

    /** Whether a listener of its own serves this. */
    boolean serves(Endpoint endpoint) {
        return more.stream().anyMatch(listener -> listener.endpoints().contains(endpoint));
    }

    ConnectionLimits connectionLimits() {
        return new ConnectionLimits(
                maxConnections, maxConnectionsPerAddress, maxNewConnections, TrustedProxies.of(trustedProxies));
    }

    private @Nullable String either(@Nullable String own) {
        return own == null ? bindAddress : own;
    }
}
