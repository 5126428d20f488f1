package io.spindle.gateway.http;

import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.http.origin.OriginCheck;
import io.spindle.gateway.http.origin.TrustedProxies;
import io.spindle.gateway.metrics.GatewayMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.websocket.core.server.WebSocketUpgradeHandler;

/** A real server on free ports, with what a test wants to be different. */
final class HttpEdge implements AutoCloseable {
    static final Set<Endpoint> ALL = Set.of(Endpoint.values());

    final MetricRegistry registry = new MetricRegistry();
    OperatorPaths paths = OperatorPaths.DEFAULT;
    List<ListenerSettings> listeners = List.of(new ListenerSettings("WEBSOCKET_PORT", "127.0.0.1", 0, ALL));
    HttpLimits limits = HttpLimits.DEFAULT;
    List<String> allowedOrigins = List.of();
    TrustedProxies proxies = TrustedProxies.NONE;
    Optional<ApiKey> apiKey = Optional.empty();
    boolean presenceOpenToAll;
    Optional<SSLContext> tls = Optional.empty();
    HealthSource health = Optional::empty;
    PresenceSource presence = channel -> CompletableFuture.completedFuture(List.of());
    Handler websocket = new WebSocketUpgradeHandler(handler ->
            handler.addMapping("/connection/websocket", (request, response, callback) -> new SilentEndpoint()));

    private GatewayServer server;

    HttpEdge start() throws ListenException {
        server = new GatewayServer(settings(), clients(), servers(), new GatewayMetrics(registry));
        server.start();
        return this;
    }

    /** Those that are reached by a WebSocket. */
    ClientEndpoints clients() {
        return new ClientEndpoints(Map.of(Endpoint.WEBSOCKET, "/connection/websocket"), websocket, Map.of());
    }

    ServerEndpoints servers() {
        return new ServerEndpoints(health, presence, Map::of);
    }

    HttpSettings settings() {
        return new HttpSettings(
                listeners,
                HttpThreads.DEFAULT,
                limits,
                new OriginCheck(allowedOrigins, proxies),
                new PresenceAccess(apiKey, presenceOpenToAll),
                paths,
                tls);
    }

    static HttpLimits limits(int maxPendingHandshakes, Duration requestTimeout, Duration idleTimeout) {
        return new HttpLimits(maxPendingHandshakes, 64, requestTimeout, idleTimeout, 8_192, Duration.ofSeconds(4));
    }

    int port(Endpoint endpoint) {
        return server.port(endpoint);
    }

    HttpExchange.Answer get(String path, String... headers) throws Exception {
        return get(Endpoint.WEBSOCKET, path, headers);
    }

    HttpExchange.Answer get(Endpoint listener, String path, String... headers) throws Exception {
        return HttpExchange.send(port(listener), "GET", path, headers);
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop();
        }
    }
}
