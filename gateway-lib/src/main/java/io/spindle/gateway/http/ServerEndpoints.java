package io.spindle.gateway.http;

import java.util.Map;
import org.eclipse.jetty.server.Request;

/**
 * What those ask who run the gateway, and what answers them.
 *
 * @param api the handlers of the server API by their paths
 */
public record ServerEndpoints(HealthSource health, PresenceSource presence, Map<String, Request.Handler> api) {
    public ServerEndpoints {
        api = Map.copyOf(api);
    }
}
