package io.spindle.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AcceptGateTest {
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server, 0, 1);

    @BeforeEach
    void start() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void theListenerSurvivesAnyHaste() throws Exception {
        AcceptGate gate = new AcceptGate(connector);
        for (int i = 0; i < 10_000; i++) {
            gate.tryToBe(i % 2 == 0);
        }

        long end = System.nanoTime() + PATIENCE_NANOS;
        do {
            gate.tryToBe(true);
        } while (!gate.isOpen() && System.nanoTime() < end);

        assertTrue(gate.isOpen());
        assertEquals(
                404, HttpExchange.send(connector.getLocalPort(), "GET", "/").status());
    }
}
