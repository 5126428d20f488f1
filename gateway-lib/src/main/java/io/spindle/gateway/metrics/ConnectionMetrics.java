package io.spindle.gateway.metrics;

import com.codahale.metrics.MetricRegistry;

public final class ConnectionMetrics {
    ConnectionMetrics(MetricRegistry registry) {}

    /** A socket was opened. */
    public void opened() {}

    /** A socket was closed after so many nanoseconds. */
    public void closed(long durationNanos) {}

    /** The server ended a connection, or noticed its end. */
    public void disconnected(io.spindle.gateway.api.Disconnect disconnect) {}

    public void connectAttempt() {}

    /** A connect command succeeded; counts a reconnect if the same (not anonymous) user left within the last minute. */
    public void connectSuccess(String userId) {}

    public void connectRejected() {}

    /** The user of a closed connection, for reconnects; empty for anonymous. */
    public void userLeft(String userId) {}

    /** Commands read. */
    public void inbound(int messages) {}

    /** Replies and pushes written. */
    public void outbound(int messages) {}
}
