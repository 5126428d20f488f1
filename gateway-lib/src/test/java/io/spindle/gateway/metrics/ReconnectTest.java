package io.spindle.gateway.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.codahale.metrics.MetricRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReconnectTest {
    private static final long SECOND = 1_000_000_000;

    private final AtomicLong clock = new AtomicLong(-5 * SECOND);
    private final MetricRegistry registry = new MetricRegistry();
    private final ConnectionMetrics connections = new ConnectionMetrics(registry, clock::get);

    @Test
    void aUserWhoIsBackWithinAMinuteCounts() {
        connections.userLeft("alice");
        clock.addAndGet(60 * SECOND);

        connections.connectSuccess("alice");

        assertEquals(1, reconnects());
    }

    @Test
    void aUserWhoIsBackLaterDoesNot() {
        connections.userLeft("alice");
        clock.addAndGet(60 * SECOND + 1);

        connections.connectSuccess("alice");

        assertEquals(0, reconnects());
    }

    @Test
    void aUserWhoNeverLeftDoesNot() {
        connections.userLeft("alice");

        connections.connectSuccess("bob");

        assertEquals(0, reconnects());
    }

    @Test
    void oneDepartureIsOneReconnect() {
        connections.userLeft("alice");

        connections.connectSuccess("alice");
        connections.connectSuccess("alice");

        assertEquals(1, reconnects());
    }

    @Test
    void anonymousClientsAreNobodyInParticular() {
        connections.userLeft("");

        connections.connectSuccess("");

        assertEquals(0, reconnects());
    }

    @Test
    void theOldestAreForgottenFirstWhenManyLeave() {
        Departures departures = new Departures(clock::get);
        for (int i = 0; i <= Departures.MAX_REMEMBERED; i++) {
            departures.left("user-" + i);
        }

        assertFalse(departures.returned("user-0"));
        assertTrue(departures.returned("user-1"));
        assertTrue(departures.returned("user-" + Departures.MAX_REMEMBERED));
    }

    private long reconnects() {
        return registry.counter("gateway_reconnect_total{status=\"success\"}").getCount();
    }
}
