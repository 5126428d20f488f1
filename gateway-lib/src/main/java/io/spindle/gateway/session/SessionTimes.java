package io.spindle.gateway.session;

import java.time.Duration;

/**
 * Intervals and deadlines of a session.
 *
 * @param pingInterval between pings; whole seconds, at least 1 s: SDKs are told the number
 * @param pongTimeout how long a pong may take; less than the interval
 * @param staleDelay from the open socket to the connect command (3502)
 * @param expiredCloseDelay grace after a connection's expiry (3005)
 * @param expiredSubscriptionCloseDelay grace after a subscription's expiry (2501)
 * @param upkeepInterval how often presence is renewed, and expired subscriptions and positions are looked at
 * @param positionCheckDelay how long a position may go unconfirmed before it is compared with the stream
 * @param writeTimeout how long a write may go without an end (3009)
 * @param commandTimeout from a command's frame to its answer: policy, route and append together
 * @param closeTimeout from our wish to close to the end of the connection, whatever the client does
 * @param failedConnectDelay how long a connection whose connect failed is kept, for its client to close it
 */
public record SessionTimes(
        Duration pingInterval,
        Duration pongTimeout,
        Duration staleDelay,
        Duration expiredCloseDelay,
        Duration expiredSubscriptionCloseDelay,
        Duration upkeepInterval,
        Duration positionCheckDelay,
        Duration writeTimeout,
        Duration commandTimeout,
        Duration closeTimeout,
        Duration failedConnectDelay) {
    public static final SessionTimes DEFAULTS = new SessionTimes(
            Duration.ofSeconds(25),
            Duration.ofSeconds(10),
            Duration.ofSeconds(15),
            Duration.ofSeconds(25),
            Duration.ofSeconds(25),
            Duration.ofSeconds(25),
            Duration.ofSeconds(40),
            Duration.ofSeconds(1),
            Duration.ofSeconds(4),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5));
}
