package io.spindle.gateway.http;

import io.spindle.gateway.metrics.GatewayMetrics;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateway's own Jetty server: one pool of threads, one connector per listener, each with the paths that it serves.
 * Started once and stopped once, from any thread.
 */
public final class GatewayServer {
    private static final Logger log = LoggerFactory.getLogger(GatewayServer.class);

    private static final int IDLE_THREAD_MILLIS = 60_000;

    private final Server server;
    private final List<ListenerSettings> listeners;

    /** In the order of the listeners. */
    private final List<ServerConnector> connectors;

    public GatewayServer(
            HttpSettings settings, ClientEndpoints clients, ServerEndpoints servers, GatewayMetrics metrics) {
        server = new Server(threadPool(settings.threads()));
        server.setErrorHandler(new PlainErrors());
        server.setStopTimeout(0);
        listeners = Listeners.merged(settings.listeners());
        connectors = listeners.stream()
                .map(listener -> Listeners.connector(server, listener, settings))
                .toList();

        OriginGuard websocket = new OriginGuard(settings.originCheck(), clients.websockets());
        Routes routes = new Routes(settings, clients, websocket, servers, metrics);
        Map<Connector, RouteTable> tables = new IdentityHashMap<>();
        for (int i = 0; i < connectors.size(); i++) {
            server.addConnector(connectors.get(i));
            tables.put(connectors.get(i), routes.serving(listeners.get(i).endpoints()));
        }
        server.setHandler(new GatewayHandler(websocket, tables::get, metrics.http()));
    }

    /**
     * Opens all listeners, then serves them; after a failure none is open.
     *
     * @throws ListenException if a port is in use or an address is not this machine's
     */
    public void start() throws ListenException {
        try {
            for (int i = 0; i < connectors.size(); i++) {
                Listeners.open(connectors.get(i), listeners.get(i));
            }
            server.start();
        } catch (ListenException e) {
            stop();
            throw e;
        } catch (Exception e) {
            stop();
            throw new IllegalStateException("the HTTP server did not start", e);
        }
    }

    /** Closes listeners and what connections are left. Does nothing when it is stopped already. */
    public void stop() {
        connectors.forEach(Listeners::close);
        try {
            server.stop();
        } catch (Exception e) {
            log.warn("HTTP server did not stop cleanly", e);
        }
    }

    /**
     * The port at which this is served: the one that was set, or the free one that was found.
     *
     * @throws IllegalStateException if no listener serves it, or the server is not running
     */
    public int port(Endpoint endpoint) {
        for (int i = 0; i < connectors.size(); i++) {
            if (listeners.get(i).endpoints().contains(endpoint)
                    && connectors.get(i).isRunning()) {
                return connectors.get(i).getLocalPort();
            }
        }
        throw new IllegalStateException("no running listener serves " + endpoint);
    }

    private static QueuedThreadPool threadPool(HttpThreads threads) {
        // Jetty's own queue asks the platform's MBean server for the size of a cache line: that loads JMX, which takes
        // as long as half of all else that the server does at its start.
        QueuedThreadPool pool = new QueuedThreadPool(
                threads.maxThreads(), threads.minThreads(), IDLE_THREAD_MILLIS, new LinkedBlockingQueue<>());
        pool.setName("gateway-http");
        return pool;
    }
}
