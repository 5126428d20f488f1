package io.spindle.gateway.http;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One listener's connections that carry no WebSocket and no answer that does not end, or not yet: bounds their number,
 * and the time in which a client must have sent its request. At the bound the one that has been idle longest after a
 * request is closed, and without such a one accepting pauses.
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
    private final Map<Connection, Wait> waits = new ConcurrentHashMap<>();

    private long lastLogNanos = -LOG_INTERVAL.toNanos();
    private volatile Scheduler.@Nullable Task sweep;

    /**
     * What a connection waits for.
     *
     * @param deadline of its next request, in nanoseconds since the start
     * @param served whether it has had one before
     */
    private record Wait(long deadline, boolean served) {
        boolean isIdle() {
            return served && deadline != NEVER;
        }
    }

    PendingHandshakes(ServerConnector connector, HttpLimits limits) {
        this.connector = connector;
        this.limits = limits;
        this.gate = new AcceptGate(connector);
    }

    /** Jetty tells of the WebSocket that a connection has become in the same way; that one is not pending. */
    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof ConnectionMetaData) {
            waits.put(connection, new Wait(now() + limits.requestTimeout().toNanos(), false));
            pauseOrResume();
            makeRoom();
        }
    }

    /** Also told of the HTTP connection that has become a WebSocket. */
    @Override
    public void onClosed(Connection connection) {
        if (waits.remove(connection) != null) {
            pauseOrResume();
        }
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        Connection connection = request.getConnectionMetaData().getConnection();
        waits.computeIfPresent(connection, (key, wait) -> new Wait(NEVER, true));
        Request.addCompletionListener(request, failure -> {
            if (request.getAttribute(HttpStream.UPGRADE_CONNECTION_ATTRIBUTE) == null) {
                awaitNext(connection);
            }
        });
        LongResponse.onBegin(request, () -> onClosed(connection));
        return request;
    }

    /** The request is answered; also one whose answer took so long that its connection did not count. */
    private void awaitNext(Connection connection) {
        waits.put(connection, new Wait(now() + limits.idleTimeout().toNanos(), true));
        if (connection.getEndPoint().isOpen()) {
            makeRoom();
        } else {
            // Its end may have been told before.
            waits.remove(connection);
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
        waits.forEach((connection, wait) -> {
            if (wait.deadline < now) {
                connection.close();
            }
        });
        pauseOrResume();
        if (isRunning()) {
            scheduleSweep();
        }
    }

    private boolean isFull() {
        return waits.size() >= limits.maxPendingHandshakes();
    }

    /** Clients whose commands come beside their connections keep others idle, which must not keep anybody out. */
    private void makeRoom() {
        if (isFull()) {
            waits.entrySet().stream()
                    .filter(entry -> entry.getValue().isIdle())
                    .min(Comparator.comparingLong(entry -> entry.getValue().deadline()))
                    .map(Map.Entry::getKey)
                    .ifPresent(Connection::close);
        }
    }

    private synchronized void pauseOrResume() {
        boolean wasOpen = gate.isOpen();
        gate.tryToBe(!isFull());
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
