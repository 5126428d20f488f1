package io.spindle.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.metrics.GatewayMetrics;
import java.util.Set;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The gateway's handler in a host's own Jetty server. */
class MountedTest {
    private final Server host = new Server();
    private final ServerConnector connector = new ServerConnector(host);
    private final HttpEdge edge = new HttpEdge();

    @AfterEach
    void stop() throws Exception {
        host.stop();
    }

    @Test
    void otherPathsAreLeftToTheHost() throws Exception {
        int port = serve(new Handler.Sequence(gateway(HttpEdge.ALL), new HostPages()));

        assertEquals("host", HttpExchange.send(port, "GET", "/index.html").body());
        assertEquals("host", HttpExchange.send(port, "GET", "/health/other").body());
        assertEquals(
                "{\"status\":\"healthy\"}",
                HttpExchange.send(port, "GET", "/health").body());
        HttpExchange.upgrade(port).close();
    }

    @Test
    void whatIsNotWantedIsNotServed() throws Exception {
        int port = serve(new Handler.Sequence(gateway(Set.of(Endpoint.WEBSOCKET)), new HostPages()));

        assertEquals("host", HttpExchange.send(port, "GET", "/metrics").body());
        assertEquals(
                "host",
                HttpExchange.send(port, "GET", "/channels/chat/presence").body());
    }

    @Test
    void aContextsPathStandsBeforeTheGateways() throws Exception {
        int port = serve(new ContextHandler(gateway(Set.of(Endpoint.PRESENCE)), "/realtime"));

        assertEquals(
                "{\"channel\":\"chat:1\",\"users\":[],\"count\":0}",
                HttpExchange.send(port, "GET", "/realtime/channels/chat:1/presence")
                        .body());
        assertEquals(
                404, HttpExchange.send(port, "GET", "/channels/chat:1/presence").status());
    }

    private GatewayHandler gateway(Set<Endpoint> endpoints) {
        return GatewayHandler.mounted(
                edge.settings(), endpoints, edge.clients(), edge.servers(), new GatewayMetrics(edge.registry));
    }

    private int serve(Handler handler) throws Exception {
        connector.setHost("127.0.0.1");
        host.addConnector(connector);
        host.setHandler(handler);
        host.start();
        return connector.getLocalPort();
    }

    private static final class HostPages extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            Content.Sink.write(response, true, "host", callback);
            return true;
        }
    }
}
