package io.spindle.gateway.http.admission;

import io.spindle.gateway.http.origin.TrustedProxies;

/**
 * Bounds on the client connections of a gateway, of all transports; over one of them a request is answered with 503.
 *
 * @param maxConnections in all; 0 for no limit
 * @param maxConnectionsPerAddress from one address, IPv4 or IPv6; 0 for no limit
 * @param maxNewConnections that come at once, one more with each second; 0 for no limit
 * @param proxies whose {@code X-Forwarded-For} tells the address
 */
public record ConnectionLimits(
        int maxConnections, int maxConnectionsPerAddress, int maxNewConnections, TrustedProxies proxies) {}
