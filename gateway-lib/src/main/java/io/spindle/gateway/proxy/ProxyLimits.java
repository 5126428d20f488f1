package io.spindle.gateway.proxy;

import java.time.Duration;

/**
 * Bounds of one proxy.
 *
 * @param timeout for the whole call
 * @param maxInFlight requests without an answer, per event; above, an event fails at once
 * @param maxResponseBytes bytes of an answer's body; above, the call fails
 */
record ProxyLimits(Duration timeout, int maxInFlight, int maxResponseBytes) {
    static final ProxyLimits DEFAULTS = new ProxyLimits(Duration.ofSeconds(1), 1_000, 1_048_576);
}
