package io.spindle.gateway.metrics;

import com.codahale.metrics.Counter;
import com.codahale.metrics.Histogram;
import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.api.Disconnect;
import java.util.function.LongSupplier;

/** Connections from their opening to their end. Thread-safe. */
public final class ConnectionMetrics {
    private final OpenConnections open;
    private final Histogram duration;
    private final DisconnectCounters disconnects;
    private final Counter attempts;
    private final Counter successes;
    private final Counter rejections;
    private final Counter reconnects;
    private final Counter inbound;
    private final Counter outbound;
    private final Departures departures;

    ConnectionMetrics(MetricRegistry registry, LongSupplier nanoClock) {
        open = registry.gauge(MetricName.WEBSOCKET_CONNECTIONS.series(), OpenConnections::new);
        duration = Histograms.register(registry, MetricName.CONNECTION_DURATION);
        disconnects = new DisconnectCounters(registry);
        attempts = registry.counter(MetricName.CONNECT.series("attempt"));
        successes = registry.counter(MetricName.CONNECT.series("success"));
        rejections = registry.counter(MetricName.CONNECT.series("rejected"));
        reconnects = registry.counter(MetricName.RECONNECT.series("success"));
        inbound = registry.counter(MetricName.WEBSOCKET_MESSAGES.series("inbound"));
        outbound = registry.counter(MetricName.WEBSOCKET_MESSAGES.series("outbound"));
        departures = new Departures(nanoClock);
    }

    /** A socket was opened. */
    public void opened() {
        open.opened();
    }

    /** A socket was closed after so many nanoseconds. */
    public void closed(long durationNanos) {
        open.closed();
        duration.update(durationNanos);
    }

    /** The server ended a connection, or noticed its end. */
    public void disconnected(Disconnect disconnect) {
        disconnects.increment(disconnect);
    }

    public void connectAttempt() {
        attempts.inc();
    }

    /** A connect command succeeded; counts a reconnect if the same (not anonymous) user left within the last minute. */
    public void connectSuccess(String userId) {
        successes.inc();
        if (!userId.isEmpty() && departures.returned(userId)) {
            reconnects.inc();
        }
    }

    public void connectRejected() {
        rejections.inc();
    }

    /** The user of a closed connection, for reconnects; empty for anonymous. */
    public void userLeft(String userId) {
        if (!userId.isEmpty()) {
            departures.left(userId);
        }
    }

    /** Commands read. */
    public void inbound(int messages) {
        inbound.inc(messages);
    }

    /** Replies and pushes written. */
    public void outbound(int messages) {
        outbound.inc(messages);
    }
}
