package io.spindle.gateway.http;

import io.spindle.gateway.metrics.GatewayMetrics;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Puts together what a listener serves; the handlers are shared by all listeners. Not thread-safe. */
final class Routes {
    private final OperatorPaths paths;
    private final ClientEndpoints clients;
    private final Request.Handler websockets;
    private final Request.Handler ready;
    private final Request.Handler metrics;
    private final Request.Handler presence;
    private final Supplier<Map<String, Request.Handler>> apiSource;
    private @Nullable Map<String, Request.Handler> api;

    /** @param websockets those of the clients' endpoints, behind the check of their origin */
    Routes(
            HttpSettings settings,
            ClientEndpoints clients,
            Request.Handler websockets,
            ServerEndpoints servers,
            GatewayMetrics metrics) {
        this.paths = settings.paths();
        this.clients = clients;
        this.websockets = websockets;
        this.ready = HealthHandler.ready(servers.health());
        this.metrics = new MetricsHandler(metrics.registry());
        this.presence = new PresenceHandler(
                settings.presenceAccess(), servers.presence(), settings.limits().presenceTimeout());
        this.apiSource = servers.api();
    }

    RouteTable serving(Set<Endpoint> endpoints) {
        Map<String, Route> fixed = new HashMap<>();
        boolean metricsOnly = endpoints.equals(Set.of(Endpoint.METRICS, Endpoint.HEALTH));
        if (endpoints.contains(Endpoint.HEALTH)) {
            add(fixed, paths.health(), metricsOnly ? HealthHandler.liveInPlainText() : ready);
            add(fixed, paths.health() + "/live", HealthHandler.live());
            add(fixed, paths.health() + "/ready", ready);
        }
        if (endpoints.contains(Endpoint.METRICS)) {
            add(fixed, paths.metrics(), metrics);
        }
        if (endpoints.contains(Endpoint.API)) {
            api().forEach((path, handler) -> add(fixed, path, handler));
        }
        clients.paths().forEach((endpoint, path) -> {
            if (endpoints.contains(endpoint)) {
                // Connections have metrics of their own, and their beginning is counted there.
                boolean measured = endpoint == Endpoint.EMULATION;
                fixed.put(path, new Route(path, clients.others().getOrDefault(endpoint, websockets), measured));
            }
        });
        return new RouteTable(
                fixed,
                endpoints.contains(Endpoint.PRESENCE)
                        ? Optional.of(new Route(ChannelPath.PATTERN, presence, true))
                        : Optional.empty());
    }

    private Map<String, Request.Handler> api() {
        Map<String, Request.Handler> made = api;
        if (made == null) {
            made = apiSource.get();
            api = made;
        }
        return made;
    }

    private static void add(Map<String, Route> routes, String path, Request.Handler handler) {
        routes.put(path, new Route(path, handler, true));
    }
}
