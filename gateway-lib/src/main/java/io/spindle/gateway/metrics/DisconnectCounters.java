package io.spindle.gateway.metrics;

import com.codahale.metrics.Counter;
import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.api.Disconnect;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * One counter per built-in disconnect, resolved beforehand; those of applications count by code, with the reason
 * {@code custom}. Thread-safe.
 */
final class DisconnectCounters {
    private static final List<Disconnect> BUILT_IN = List.of(
            Disconnect.CONNECTION_CLOSED,
            Disconnect.SHUTDOWN,
            Disconnect.SERVER_ERROR,
            Disconnect.EXPIRED,
            Disconnect.SUBSCRIPTION_EXPIRED,
            Disconnect.SLOW,
            Disconnect.WRITE_ERROR,
            Disconnect.INSUFFICIENT_STATE,
            Disconnect.FORCE_RECONNECT,
            Disconnect.NO_PONG,
            Disconnect.TOO_MANY_REQUESTS,
            Disconnect.INVALID_TOKEN,
            Disconnect.BAD_REQUEST,
            Disconnect.STALE,
            Disconnect.FORCE_DISCONNECT,
            Disconnect.CONNECTION_LIMIT,
            Disconnect.CHANNEL_LIMIT,
            Disconnect.INAPPROPRIATE_PROTOCOL,
            Disconnect.PERMISSION_DENIED,
            Disconnect.NOT_AVAILABLE);

    private final MetricRegistry registry;
    private final Map<Disconnect, Counter> builtIn;
    /** By code, of which there are at most 2,000. */
    private final Map<Integer, Counter> custom = new ConcurrentHashMap<>();

    DisconnectCounters(MetricRegistry registry) {
        this.registry = registry;
        builtIn = BUILT_IN.stream()
                .collect(Collectors.toUnmodifiableMap(
                        disconnect -> disconnect, disconnect -> counter(disconnect, disconnect.reason())));
    }

    void increment(Disconnect disconnect) {
        Counter counter = builtIn.get(disconnect);
        if (counter == null) {
            counter = custom.computeIfAbsent(disconnect.code(), code -> counter(disconnect, ReasonCounters.CUSTOM));
        }
        counter.inc();
    }

    private Counter counter(Disconnect disconnect, String reason) {
        return registry.counter(MetricName.DISCONNECT.series(
                reason, Integer.toString(disconnect.code()), Boolean.toString(disconnect.reconnects())));
    }
}
