package io.spindle.gateway.http;

import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Request;

/**
 * What those ask who run the gateway, and what answers them.
 *
 * @param api makes the handlers of the server API, by their paths; asked once, and only where a listener has the API
 */
public record ServerEndpoints(
        HealthSource health, PresenceSource presence, Supplier<Map<String, Request.Handler>> api) {}
