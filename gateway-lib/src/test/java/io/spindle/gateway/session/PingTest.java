package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.client.Closed;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.JsonMessage;
import io.spindle.gateway.client.ProtobufClient;
import io.spindle.gateway.client.RawSocketClient;
import io.spindle.gateway.client.WireFrame;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.redis.Await;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PingTest {
    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(new AllowAll())
            .pingInterval(Duration.ofSeconds(1))
            .pongTimeout(Duration.ofMillis(900)));

    @Test
    void theIntervalIsToldInSeconds() {
        JsonMessage reply = gateway.open().connect(Tokens.of("alice"));

        assertEquals(1, reply.at("connect", "ping").asInt());
        assertTrue(reply.at("connect", "pong").asBoolean());
    }

    @Test
    @Proves("C14")
    void theFirstPingComesAfterHalfTheIntervalAtTheEarliestThenOnePerInterval() {
        JsonClient alice = gateway.open();
        long asked = System.nanoTime();
        assertEquals(0, alice.connect(Tokens.of("alice")).errorCode());

        alice.awaitPing();
        long first = System.nanoTime();
        alice.awaitPing();
        long second = System.nanoTime();

        assertTrue(first - asked >= Duration.ofMillis(500).toNanos(), "first after " + (first - asked));
        // The timer's grain and this thread's wake-ups may take from the interval, not half of it.
        assertTrue(second - first >= Duration.ofMillis(500).toNanos(), "second after " + (second - first));
        assertTrue(alice.isOpen());
    }

    @Test
    @Proves({"C15", "C17"})
    void whoAnswersNoPingIsClosedWhateverElseItSends() {
        JsonClient alice = gateway.connect("alice");
        alice.ignorePings();

        Await.until("closed", () -> {
            if (alice.isOpen()) {
                alice.send("presence_stats", "{\"channel\":\"a\"}");
            }
            return !alice.isOpen();
        });

        assertEquals("no pong", alice.expectClose(3012).reason());
    }

    @Test
    @Proves("C18")
    void aBusyConnectionIsPingedToo() {
        JsonClient alice = gateway.connect("alice");
        alice.subscribe("busy");

        Await.until("ping among publications", () -> {
            alice.publish("busy", "1");
            return alice.hasReceived(JsonMessage::isPing);
        });
    }

    @Test
    @Proves("C16")
    void aPongWithoutAPingIsABadRequest() {
        JsonClient alice = gateway.connect("alice");

        alice.raw().sendText("{}");

        alice.expectClose(3501);
    }

    @Test
    @Proves("C16")
    void aSecondPongForOnePingIsABadRequest() {
        JsonClient alice = gateway.connect("alice");
        alice.ignorePings();
        alice.awaitPing();

        alice.raw().sendText("{}\n{}");

        alice.expectClose(3501);
    }

    @Test
    void aPongMayShareItsFrameWithCommands() {
        JsonClient alice = gateway.connect("alice");
        alice.ignorePings();
        alice.awaitPing();

        alice.raw()
                .sendText(
                        "{\"id\":5,\"subscribe\":{\"channel\":\"a\"}}\n{}\n{\"id\":6,\"unsubscribe\":{\"channel\":\"a\"}}");

        assertEquals(0, alice.awaitReply(5).errorCode());
        assertEquals(0, alice.awaitReply(6).errorCode());
        alice.awaitPing();
    }

    @Test
    @Proves("C19")
    void inProtobufPingAndPongAreOneZeroByte() {
        ProtobufClient alice = gateway.connectProtobuf("alice");
        alice.ignorePings();
        alice.raw().awaitFrame();

        assertArrayEquals(new byte[] {0}, alice.raw().awaitFrame().payload());
        alice.raw().sendBinary(new byte[] {0});
        assertArrayEquals(new byte[] {0}, alice.raw().awaitFrame().payload());
    }

    @Test
    @Proves("C20")
    void pingsOfTheWebSocketReplaceThoseOfTheProtocolIfAskedFor() throws IOException {
        try (RawSocketClient client = RawSocketClient.open(gateway.uri("?cf_ws_frame_ping_pong=true"))) {
            client.sendText("{\"id\":1,\"connect\":{\"token\":\"" + Tokens.of("alice") + "\"}}");
            String reply = client.read().text();
            assertFalse(reply.contains("ping"), reply);
            assertFalse(reply.contains("pong"), reply);

            assertEquals(WireFrame.PING, client.read().opcode());
            client.send(new WireFrame(true, false, WireFrame.PONG, new byte[0]));
            assertEquals(WireFrame.PING, client.read().opcode());
            assertEquals(new Closed(3012, "no pong"), client.awaitClosed());
        }
    }
}
