package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.client.Closed;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.RawSocketClient;
import io.spindle.gateway.client.WireFrame;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.redis.Await;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client that does not read harms itself only. */
class SlowClientTest {
    private static final Payload LARGE = Payload.json("\"" + "x".repeat(32_000) + "\"");

    /** More than the sockets of both sides take in. */
    private static final int MANY = 1_000;

    @RegisterExtension
    static final GatewayExtension smallQueue = new GatewayExtension(builder ->
            builder.channelPolicy(new AllowAll()).maxQueueBytes(100_000).writeTimeout(Duration.ofMinutes(1)));

    @RegisterExtension
    static final GatewayExtension shortTimeout = new GatewayExtension(builder ->
            builder.channelPolicy(new AllowAll()).maxQueueBytes(1 << 30).writeTimeout(Duration.ofMillis(300)));

    @RegisterExtension
    static final GatewayExtension patient = new GatewayExtension(builder ->
            builder.channelPolicy(new AllowAll()).maxQueueBytes(1 << 30).writeTimeout(Duration.ofMinutes(1)));

    @Test
    @Proves("C24")
    void pastTheQueuesBoundItIsClosedAndOthersMissNothing() throws IOException {
        try (RawSocketClient slow = notReading(smallQueue, "slow")) {
            JsonClient other = smallQueue.connect("other");
            other.subscribe("slow");
            int published = 0;
            while (smallQueue.gateway().subscriberCount("slow") == 2) {
                assertTrue(published < MANY, "never closed");
                smallQueue.gateway().publish("slow", LARGE);
                // Keeping step with the one who reads: its queue never fills.
                other.awaitPublication("slow");
                published++;
            }

            assertEquals(new Closed(3008, "slow"), slow.awaitClosed());
            assertEquals(0, other.publish("slow", "1").errorCode());
            other.awaitPublication("slow");
        }
    }

    @Test
    void aWriteThatTakesTooLongEndsTheConnectionAndOthersMissNothing() throws IOException {
        try (RawSocketClient slow = notReading(shortTimeout, "stuck")) {
            JsonClient other = shortTimeout.connect("other");
            other.subscribe("stuck");
            for (int published = 0; published < MANY / 2; published++) {
                shortTimeout.gateway().publish("stuck", LARGE);
                other.awaitPublication("stuck");
            }

            Await.until("given up", () -> shortTimeout.gateway().subscriberCount("stuck") == 1);
            assertEquals(Closed.WITHOUT_FRAME, slow.awaitClosed().code());
            assertEquals(0, other.publish("stuck", "1").errorCode());
            other.awaitPublication("stuck");
        }
    }

    @Test
    @Proves("C23")
    void whatIsQueuedIsWrittenBeforeTheCloseFrameWhenTheClientReadsAgain() throws IOException {
        int count = 500;
        try (RawSocketClient reader = notReading(patient, "reader")) {
            for (int published = 0; published < count; published++) {
                patient.gateway().publish("reader", LARGE);
            }

            assertEquals(1, patient.gateway().disconnect("reader"));

            int read = 0;
            WireFrame frame = reader.read();
            while (frame.opcode() != WireFrame.CLOSE) {
                read += frame.text().split("\n").length;
                frame = reader.read();
            }
            assertEquals(count, read);
            assertEquals(3503, frame.closeCode());
        }
    }

    @Test
    void aMessageLargerThanTheBoundReachesThoseWhoRead() {
        JsonClient alice = smallQueue.connect("alice");
        alice.subscribe("too-large");
        String data = "\"" + "x".repeat(200_000) + "\"";

        smallQueue.gateway().publish("too-large", Payload.json(data));

        assertTrue(alice.awaitPublication("too-large").text().contains(data));
        assertEquals(0, alice.publish("too-large", "1").errorCode());
    }

    /** A client that is connected and subscribed to a channel of its name, and reads no more. */
    private static RawSocketClient notReading(GatewayExtension gateway, String name) throws IOException {
        RawSocketClient client = RawSocketClient.connectWithReceiveBuffer(gateway.uri(), 4_096);
        client.handshake();
        client.sendText("{\"id\":1,\"connect\":{\"token\":\"" + Tokens.of(name) + "\"}}\n"
                + "{\"id\":2,\"subscribe\":{\"channel\":\"" + name + "\"}}");
        String received = client.read().text();
        while (!received.contains("subscribe")) {
            received = client.read().text();
        }
        return client;
    }
}
