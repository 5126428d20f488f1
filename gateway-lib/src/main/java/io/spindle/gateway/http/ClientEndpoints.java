package io.spindle.gateway.http;

import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;

/**
 * Where clients connect, and what answers there.
 *
 * @param paths of the endpoints that there are; each begins with a slash and does not end with one
 * @param websockets upgrades requests of the paths of WebSockets; their origin is checked before
 * @param others the handlers of all other endpoints
 */
public record ClientEndpoints(Map<Endpoint, String> paths, Handler websockets, Map<Endpoint, Request.Handler> others) {
    public ClientEndpoints {
        paths = Map.copyOf(paths);
        others = Map.copyOf(others);
    }
}
