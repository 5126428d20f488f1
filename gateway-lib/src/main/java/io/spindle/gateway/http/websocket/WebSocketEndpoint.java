package io.spindle.gateway.http.websocket;

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
            Sessions sessions, ClientCodec json, ClientCodec protobuf, WebSocketSettings settings) {
        WebSocketUpgradeHandler handler = new WebSocketUpgradeHandler(new WebSocketComponents());
        handler.addMapping(PATH, new ConnectionNegotiator(sessions, json, protobuf, settings));
        return handler;
    }
}
