package io.spindle.gateway.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One listener's connections that carry no WebSocket and no answer that does not end, or not yet: bounds their number, by
 * letting accepting pause, and the time in which a client must have sent its request.
 *
 * <p>Jetty's {@code NetworkConnectionLimit} counts WebSockets too, and its idle timeout starts anew with every byte: a
 * few thousand clients that send a header's byte every few seconds would keep all others out for hours.
 *
 * <p>Thread-safe; one lock, held while accepting is switched on or off. An established WebSocket costs nothing here.
 */
final class PendingHandshakes extends AbstractLifeCycle implements Connection.Listener, HttpConfiguration.Customizer {
    private static final Logger log = LoggerFactory.getLogger(PendingHandshakes.class);
    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(1);
    private static final Duration LOG_INTERVAL = Duration.ofMinutes(1);
    /** No deadline: a request is being answered. */
    private static final long NEVER = Long.MAX_VALUE;

    private final ServerConnector connector;
    private final HttpLimits limits;
    private final AcceptGate gate;
    private final long startNanos = System.nanoTime();
    /** To the deadline of the next request, in nanoseconds since the start. */
    private final Map<Connection, Long> deadlines = new ConcurrentHashMap<>();

    private long lastLogNanos = -LOG_INTERVAL.toNanos();
    private volatile Scheduler.@Nullable Task sweep;

    PendingHandshakes(ServerConnector connector, HttpLimits limits) {
        this.connector = connector;
        this.limits = limits;
        this.gate = new AcceptGate(connector);
    }

    /** Jetty tells of the WebSocket that a connection has become in the same way; that one is not pending. */
    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof ConnectionMetaData) {
            deadlines.put(connection, now() + limits.requestTimeout().toNanos());
            pauseOrResume();
        }
    }

    /** Also told of the HTTP connection that has become a WebSocket. */
    @Override
    public void onClosed(Connection connection) {
        if (deadlines.remove(connection) != null) {
            pauseOrResume();
        }
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        Connection connection = request.getConnectionMetaData().getConnection();
        deadlines.computeIfPresent(connection, (key, deadline) -> NEVER);
        Request.addCompletionListener(request, failure -> awaitNext(connection));
        LongResponse.onBegin(request, () -> onClosed(connection));
        return request;
    }

    /** The request is answered; also one whose answer took so long that its connection did not count. */
    private void awaitNext(Connection connection) {
        deadlines.put(connection, now() + limits.idleTimeout().toNanos());
        if (connection.getEndPoint().getConnection() != connection
                || !connection.getEndPoint().isOpen()) {
            // It is a WebSocket now, or gone, and that may have been told before.
            deadlines.remove(connection);
        }
    }

    @Override
    protected void doStart() {
        scheduleSweep();
    }

    @Override
    protected void doStop() {
        Scheduler.Task last = sweep;
        if (last != null) {
            last.cancel();
        }
    }

    private void scheduleSweep() {
        sweep = connector.getScheduler().schedule(this::sweep, SWEEP_INTERVAL);
    }

    private void sweep() {
        long now = now();
        deadlines.forEach((connection, deadline) -> {
            if (deadline < now) {
                connection.close();
            }
        });
        pauseOrResume();
        if (isRunning()) {
            scheduleSweep();
        }
    }

    private synchronized void pauseOrResume() {
        boolean room = deadlines.size() < limits.maxPendingHandshakes();
        boolean wasOpen = gate.isOpen();
        gate.tryToBe(room);
        if (wasOpen && !gate.isOpen() && now() - lastLogNanos >= LOG_INTERVAL.toNanos()) {
            lastLogNanos = now();
            log.warn(
                    "Accepting pauses while too many handshakes are pending: listener={} maxPendingHandshakes={}",
                    connector.getName(),
                    limits.maxPendingHandshakes());
        }
    }

    private long now() {
        return System.nanoTime() - startNanos;
    }
}
