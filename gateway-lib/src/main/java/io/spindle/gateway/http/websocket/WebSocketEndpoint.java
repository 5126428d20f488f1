package io.spindle.gateway.http.websocket;

import io.spindle.gateway.http.admission.Admission;
import io.spindle.gateway.protocol.ClientCodec;
import io.spindle.gateway.session.Sessions;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.server.WebSocketUpgradeHandler;

/** Makes the handler of WebSockets. */
public final class WebSocketEndpoint {
    private WebSocketEndpoint() {}

    /**
     * A handler that upgrades requests of a path, and leaves all others to whoever comes next.
     *
     * @param path empty for none
     */
    public static Handler handler(
            String path,
            Sessions sessions,
            ClientCodec json,
            ClientCodec protobuf,
            WebSocketSettings settings,
            Admission admission) {
        // The executor serves Jetty's message sinks, which are not used here. Without one Jetty makes a second pool of
        // threads, whose queue loads JMX for the size of a cache line: a third of the server's start.
        WebSocketComponents components = new WebSocketComponents(null, null, null, null, null, Runnable::run);
        WebSocketUpgradeHandler handler = new WebSocketUpgradeHandler(components);
        if (!path.isEmpty()) {
            handler.addMapping(path, new ConnectionNegotiator(sessions, json, protobuf, settings, admission));
        }
        return handler;
    }
}
