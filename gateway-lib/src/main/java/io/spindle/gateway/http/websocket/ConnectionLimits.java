package io.spindle.gateway.http.websocket;

import io.spindle.gateway.http.origin.TrustedProxies;

/**
 * Bounds on the WebSockets of a gateway; over one of them the answer to a handshake is 503.
 *
 * @param maxConnections in all; 0 for no limit
 * @param maxConnectionsPerAddress from one address, IPv4 or IPv6; 0 for no limit
 * @param proxies whose {@code X-Forwarded-For} tells the address
 */
public record ConnectionLimits(int maxConnections, int maxConnectionsPerAddress, TrustedProxies proxies) {}
