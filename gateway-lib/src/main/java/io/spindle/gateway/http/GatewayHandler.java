package io.spindle.gateway.http;

import io.spindle.gateway.metrics.GatewayMetrics;
import io.spindle.gateway.metrics.HttpMetrics;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateway's paths as one handler. Requests for other paths are left to the handlers beside it. Whatever fails is
 * logged here, without the request's line, and answered without a word of why. Thread-safe.
 */
public final class GatewayHandler extends Handler.Wrapper {
    private static final Logger log = LoggerFactory.getLogger(GatewayHandler.class);

    private final Function<Connector, RouteTable> routes;
    private final HttpMetrics metrics;

    GatewayHandler(Handler websocket, Function<Connector, RouteTable> routes, HttpMetrics metrics) {
        super(websocket);
        this.routes = routes;
        this.metrics = metrics;
    }

    /**
     * A handler for a host's own Jetty server, at its root or in a {@code ContextHandler}; the host's listeners, limits
     * and error pages hold, and {@code settings.listeners()} does not count.
     *
     * <p>Presence of channels with a slash, a percent sign or the like needs a {@code UriCompliance} of the host's
     * connector that lets encoded ones through, as {@link Listeners#uriCompliance()} does.
     *
     * @param endpoints what to serve, beside {@code /health}
     */
    public static GatewayHandler mounted(
            HttpSettings settings,
            Set<Endpoint> endpoints,
            ClientEndpoints clients,
            ServerEndpoints servers,
            GatewayMetrics metrics) {
        OriginGuard websocket = new OriginGuard(settings.originCheck(), clients.websockets());
        RouteTable table = new Routes(settings, clients, websocket, servers, metrics).serving(endpoints);
        return new GatewayHandler(websocket, connector -> table, metrics.http());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Connector connector = request.getConnectionMetaData().getConnector();
        Optional<Route> found = routes.apply(connector).find(RequestPath.of(request));
        if (found.isEmpty()) {
            return false;
        }
        Route route = found.get();
        Callback outcome = route.measured() ? measured(route, request, response, callback) : callback;
        try {
            return route.handler().handle(request, response, outcome);
        } catch (Exception e) {
            log.warn("Request failed: method={} path={}", request.getMethod(), route.pattern(), e);
            fail(response, outcome, e);
            return true;
        }
    }

    private static void fail(Response response, Callback callback, Exception cause) {
        if (response.isCommitted()) {
            callback.failed(cause);
        } else {
            response.reset();
            Answer.FAILED.send(response, callback);
        }
    }

    private Callback measured(Route route, Request request, Response response, Callback callback) {
        long start = System.nanoTime();
        return Callback.from(
                callback,
                () -> metrics.request(
                        request.getMethod(), route.pattern(), response.getStatus(), System.nanoTime() - start));
    }
}
