package io.spindle.gateway.http.websocket;

import io.spindle.gateway.http.admission.Admission;
import io.spindle.gateway.protocol.ClientCodec;
import io.spindle.gateway.session.Sessions;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.server.WebSocketUpgradeHandler;

/** Makes the handler of WebSockets, path by path. Not thread-safe. */
public final class WebSocketEndpoint {
    private final Sessions sessions;
    private final WebSocketSettings settings;
    private final Admission admission;
    private final WebSocketUpgradeHandler handler;

    public WebSocketEndpoint(Sessions sessions, WebSocketSettings settings, Admission admission) {
        this.sessions = sessions;
        this.settings = settings;
        this.admission = admission;
        // The executor serves Jetty's message sinks, which are not used here. Without one Jetty makes a second pool of
        // threads, whose queue loads JMX for the size of a cache line: a third of the server's start.
        this.handler =
                new WebSocketUpgradeHandler(new WebSocketComponents(null, null, null, null, null, Runnable::run));
        handler.setHandler(new PlainRequests());
    }

    /** Serves commands and replies at a path. */
    public void bidirectional(String path, ClientCodec json, ClientCodec protobuf) {
        handler.addMapping(path, new ConnectionNegotiator(sessions, json, protobuf, settings, admission));
    }

    /** Serves pushes alone at a path. */
    public void unidirectional(String path, ClientCodec codec, UnidirectionalSettings unidirectional) {
        handler.addMapping(path, new UnidirectionalNegotiator(sessions, codec, settings, unidirectional, admission));
    }

    /** A handler that upgrades requests of these paths, and tells all others that it does nothing else. */
    public Handler handler() {
        return handler;
    }
}
