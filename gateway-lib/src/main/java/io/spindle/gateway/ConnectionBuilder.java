package io.spindle.gateway;

import io.spindle.gateway.api.Disconnect;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is set about connections, once they are open.
 *
 * @param <B> the builder that these settings belong to
 */
public abstract class ConnectionBuilder<B extends ConnectionBuilder<B>> {
    final SessionChoice sessions = new SessionChoice();

    ConnectionBuilder() {}

    /** This, as what it is. */
    abstract B self();

    /** Between pings; whole seconds, longer than {@link #pongTimeout}. 0: no pings. Default: 25 s. */
    public B pingInterval(Duration interval) {
        sessions.pingInterval = interval;
        return self();
    }

    /** How long a pong may take; then 3012. 0: none is waited for. Default: 10 s. */
    public B pongTimeout(Duration timeout) {
        sessions.pongTimeout = timeout;
        return self();
    }

    /** From the open socket to the connect command; then 3502. Default: 15 s. */
    public B staleCloseDelay(Duration delay) {
        sessions.staleCloseDelay = delay;
        return self();
    }

    /** Grace after a connection's expiry; then 3005. Default: 25 s. */
    public B expiredCloseDelay(Duration delay) {
        sessions.expiredCloseDelay = delay;
        return self();
    }

    /** Grace after a subscription's expiry; then it ends with 2501, or 3006 if the server made it. Default: 25 s. */
    public B expiredSubscriptionCloseDelay(Duration delay) {
        sessions.expiredSubscriptionCloseDelay = delay;
        return self();
    }

    /** How often presence is renewed, and expired subscriptions and positions are looked at. Default: 25 s. */
    public B upkeepInterval(Duration interval) {
        sessions.upkeepInterval = interval;
        return self();
    }

    /** How long a position may go unconfirmed before it is compared with its stream. Default: 40 s. */
    public B positionCheckDelay(Duration delay) {
        sessions.positionCheckDelay = delay;
        return self();
    }

    /** Whether clients are told the server's clock when they connect. Default: false. */
    public B tellTime(boolean tell) {
        sessions.tellTime = tell;
        return self();
    }

    /**
     * Headers, of the HTTP request and of the connect command, that policies and handlers see of connected clients.
     * Authenticators see all while a client connects. Default: none; they would lie in memory as long as the connection.
     */
    public B keepHeaders(Set<String> names) {
        sessions.keptHeaders =
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        return self();
    }

    /** How long a write may make no progress; then closed. Default: 1 s. */
    public B writeTimeout(Duration timeout) {
        sessions.writeTimeout = timeout;
        return self();
    }

    /** Bytes of a client's message; above, closed with 1009. Default: 65,536. */
    public B maxMessageBytes(int bytes) {
        sessions.maxMessageBytes = bytes;
        return self();
    }

    /** Bytes that wait for a client; above, one that does not read is closed with 3008. Default: 1,048,576. */
    public B maxQueueBytes(int bytes) {
        sessions.maxQueueBytes = bytes;
        return self();
    }

    /** Unanswered commands of a connection; at the bound reading stops. Default: 256. */
    public B maxPending(int commands) {
        sessions.maxPending = commands;
        return self();
    }

    /** Channels of a connection; above, error 106. Default: 128. */
    public B maxChannels(int channels) {
        sessions.maxChannels = channels;
        return self();
    }

    /** UTF-8 bytes of a channel's name; above, error 107. Default: 255. */
    public B maxChannelBytes(int bytes) {
        sessions.maxChannelBytes = bytes;
        return self();
    }

    /** Publications in the answer to a client's history command; more are cut off. 0: no limit. Default: 300. */
    public B maxHistoryPublications(int publications) {
        sessions.maxHistoryPublications = publications;
        return self();
    }

    /** Publications that a client recovers; who missed more is told that it can't. 0: no limit. Default: 300. */
    public B maxRecoveredPublications(int publications) {
        sessions.maxRecoveredPublications = publications;
        return self();
    }

    /** Commands of a connection in a second; above, reading pauses. Default: 10,000. */
    public B maxCommandsPerSecond(int commands) {
        sessions.maxCommandsPerSecond = commands;
        return self();
    }

    /** Bytes of a connection in a second; above, reading pauses. Default: 16 MiB. */
    public B maxBytesPerSecond(long bytes) {
        sessions.maxBytesPerSecond = bytes;
        return self();
    }

    /** Bytes of commands that wait beside an emulated connection; above, closed with 3013. Default: 1,048,576. */
    public B maxEmulatedBytes(int bytes) {
        sessions.maxEmulatedBytes = bytes;
        return self();
    }

    /**
     * What errors of a unidirectional connect become, by the error's code, before the protocol's own table: 109 and 110
     * end it with 3005, 111 with 3013, 103 with 3507, any other with 3004. Default: none.
     */
    public B unidirectionalErrors(Map<Integer, Disconnect> transforms) {
        sessions.unidirectionalErrors = Map.copyOf(transforms);
        return self();
    }

    /** Connections of one user, not counting anonymous ones; above, a new one is closed with 3504. Default: 0, no limit. */
    public B maxConnectionsPerUser(int connections) {
        sessions.maxConnectionsPerUser = connections;
        return self();
    }

    /** Whether permessage-deflate may be negotiated. Default: false. */
    public B compression(boolean compression) {
        sessions.compression = compression;
        return self();
    }

    /** Bytes read from a connection at once. Default: 4,096. */
    public B readBufferBytes(int bytes) {
        sessions.readBufferBytes = bytes;
        return self();
    }

    /** Bytes collected for a write to a connection. Default: 4,096. */
    public B writeBufferBytes(int bytes) {
        sessions.writeBufferBytes = bytes;
        return self();
    }
}
