package io.spindle.gateway.http.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.client.Closed;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.ProtobufClient;
import io.spindle.gateway.client.RawSocketClient;
import io.spindle.gateway.client.WireFrame;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.protocol.Encoding;
import io.spindle.gateway.redis.Await;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MessageSizeTest {
    private static final int LIMIT = 65_536;
    private static final Closed TOO_LARGE = new Closed(1009, "");

    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(new AllowAll()));

    @Test
    @Proves("T15")
    void aMessageOfExactlyTheLimitIsHandled() {
        JsonClient alice = gateway.connect("alice");

        alice.raw().sendText(command(LIMIT));

        assertEquals(0, alice.awaitReply(9).errorCode());
    }

    @Test
    @Proves("T15")
    void aLargerOneIsAnsweredByTheWebSocketLayerWithoutAReason() {
        JsonClient alice = gateway.connect("alice");
        ProtobufClient bob = gateway.connectProtobuf("bob");

        alice.raw().sendText(command(LIMIT + 1));
        bob.raw().sendBinary(new byte[LIMIT + 1]);

        assertEquals(TOO_LARGE, alice.expectClose(1009));
        assertEquals(TOO_LARGE, bob.expectClose(1009));
    }

    @Test
    void theFramesOfOneMessageCountTogether() throws IOException {
        try (RawSocketClient client = gateway.connectSocket(Encoding.JSON, "fragments")) {
            byte[] command = command(LIMIT).getBytes(StandardCharsets.UTF_8);
            sendInThree(client, command);
            assertEquals("{\"id\":9,\"publish\":{}}", client.read().text());

            sendInThree(client, command(LIMIT + 1).getBytes(StandardCharsets.UTF_8));

            assertEquals(TOO_LARGE, client.awaitClosed());
        }
    }

    @Test
    void framesThatNeverEndAreCutOff() throws IOException {
        try (RawSocketClient client = gateway.connectSocket(Encoding.JSON, "endless")) {
            client.send(new WireFrame(false, false, WireFrame.TEXT, new byte[1_000]));
            for (int i = 0; i < 65; i++) {
                client.send(new WireFrame(false, false, WireFrame.CONTINUATION, new byte[1_000]));
            }

            assertEquals(TOO_LARGE, client.awaitClosed());
        }
    }

    @Test
    void theClientIsGoneForOthersAtOnce() throws IOException {
        try (RawSocketClient client = gateway.connectSocket(Encoding.JSON, "gone")) {
            client.sendText("{\"id\":2,\"subscribe\":{\"channel\":\"gone\"}}");
            client.read();

            client.sendText(command(LIMIT + 1));

            assertEquals(TOO_LARGE, client.awaitClosed());
            // Not only when the wait for this client's own close frame is over.
            Await.within(Duration.ofSeconds(3), "gone", () -> gateway.gateway().subscriberCount("gone") == 0);
        }
    }

    private static void sendInThree(RawSocketClient client, byte[] message) throws IOException {
        int third = message.length / 3;
        client.send(new WireFrame(false, false, WireFrame.TEXT, Arrays.copyOfRange(message, 0, third)));
        client.send(new WireFrame(false, false, WireFrame.CONTINUATION, Arrays.copyOfRange(message, third, 2 * third)));
        client.send(new WireFrame(
                true, false, WireFrame.CONTINUATION, Arrays.copyOfRange(message, 2 * third, message.length)));
    }

    /** A publish command of so many bytes. */
    private static String command(int bytes) {
        String start = "{\"id\":9,\"publish\":{\"channel\":\"size\",\"data\":\"";
        String end = "\"}}";
        return start + "x".repeat(bytes - start.length() - end.length()) + end;
    }
}
