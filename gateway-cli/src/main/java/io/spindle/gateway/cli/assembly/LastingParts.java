package io.spindle.gateway.cli.assembly;

import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.proxy.HttpProxies;

/**
 * What a gateway keeps when its configuration is read again.
 *
 * @param registry where everything is counted
 * @param proxies the connections to backends
 */
public record LastingParts(MetricRegistry registry, HttpProxies proxies) {
    /** For a start. */
    public static LastingParts fresh() {
        MetricRegistry registry = new MetricRegistry();
        return new LastingParts(registry, new HttpProxies(registry));
    }
}
