package io.spindle.gateway.http.websocket;

import io.spindle.gateway.http.admission.Admission;
import io.spindle.gateway.protocol.ClientCodec;
import io.spindle.gateway.session.Sessions;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.server.WebSocketUpgradeHandler;

/** Makes the handler of {@code /connection/websocket}. */
public final class WebSocketEndpoint {
    public static final String PATH = "/connection/websocket";

    private WebSocketEndpoint() {}

    /** A handler that upgrades requests of {@link #PATH} and leaves all others to whoever comes next. */
    public static Handler handler(
            Sessions sessions,
            ClientCodec json,
            ClientCodec protobuf,
            WebSocketSettings settings,
            Admission admission) {
        // The executor serves Jetty's message sinks, which are not used here. Without one Jetty makes a second pool of
        // threads, whose queue loads JMX for the size of a cache line: a third of the server's start.
        WebSocketComponents components = new WebSocketComponents(null, null, null, null, null, Runnable::run);
        WebSocketUpgradeHandler handler = new WebSocketUpgradeHandler(components);
        handler.addMapping(PATH, new ConnectionNegotiator(sessions, json, protobuf, settings, admission));
        return handler;
    }
}
