package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.client.Closed;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.RawSocketClient;
import io.spindle.gateway.client.WireFrame;
import io.spindle.gateway.conformance.Proves;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StaleTest {
    @RegisterExtension
    static final GatewayExtension gateway =
            new GatewayExtension(builder -> builder.staleCloseDelay(Duration.ofMillis(800)));

    @Test
    @Proves("C1")
    void whoSendsNothingIsClosed() {
        JsonClient silent = gateway.open();

        assertEquals("stale", silent.expectClose(3502).reason());
    }

    @Test
    void framesOfWebSocketAloneDoNotCount() throws IOException {
        try (RawSocketClient client = RawSocketClient.open(gateway.uri())) {
            client.send(new WireFrame(true, false, WireFrame.PING, new byte[0]));
            client.send(new WireFrame(false, false, WireFrame.TEXT, new byte[] {'{'}));

            assertEquals(new Closed(3502, "stale"), client.awaitClosed());
        }
    }

    @Test
    void whoIsConnectedIsNotStale() {
        JsonClient alice = gateway.connect("alice");
        JsonClient silent = gateway.open();

        silent.expectClose(3502);
        silent = gateway.open();
        silent.expectClose(3502);

        assertEquals(0, alice.subscribe("chat:stale").errorCode());
        assertTrue(alice.isOpen());
    }
}
