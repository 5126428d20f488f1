package io.spindle.gateway.http.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.client.HandshakeAnswer;
import io.spindle.gateway.client.RawSocketClient;
import io.spindle.gateway.client.WireFrame;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CompressionTest {
    private static final String OFFER =
            "Sec-WebSocket-Extensions: permessage-deflate; client_no_context_takeover; server_no_context_takeover";

    @RegisterExtension
    static final GatewayExtension off = new GatewayExtension();

    @RegisterExtension
    static final GatewayExtension on = new GatewayExtension(
            builder -> builder.channelPolicy(new AllowAll()).compression(true));

    @Test
    void itIsNotAgreedToByDefault() throws IOException {
        try (RawSocketClient client = RawSocketClient.connect(off.uri())) {
            HandshakeAnswer answer = client.handshake(OFFER);

            assertEquals(101, answer.status());
            assertEquals(Optional.empty(), answer.header("Sec-WebSocket-Extensions"));
        }
    }

    @Test
    void whereItIsOnItIsAgreedToAndSpokenBothWays() throws IOException {
        try (RawSocketClient client = RawSocketClient.connect(on.uri())) {
            HandshakeAnswer answer = client.handshake(OFFER);
            assertTrue(
                    answer.header("Sec-WebSocket-Extensions").orElse("").startsWith("permessage-deflate"),
                    answer::toString);

            client.send(WireFrame.deflated("{\"id\":1,\"connect\":{\"token\":\"" + Tokens.of("alice") + "\"}}"));

            WireFrame reply = client.read();
            assertTrue(reply.compressed());
            assertTrue(reply.text().startsWith("{\"id\":1,\"connect\":{"), reply.text());
        }
    }

    @Test
    void whereItIsOnNobodyNeedsIt() throws IOException {
        try (RawSocketClient client = RawSocketClient.open(on.uri())) {
            client.sendText("{\"id\":1,\"connect\":{\"token\":\"" + Tokens.of("alice") + "\"}}");

            assertTrue(client.read().text().startsWith("{\"id\":1,\"connect\":{"));
        }
    }

    @Test
    void aMessageThatInflatesToTenTimesTheLimitIsHandledAndALargerOneCutOff() throws IOException {
        try (RawSocketClient client = RawSocketClient.open(on.uri(), OFFER)) {
            client.send(WireFrame.deflated("{\"id\":1,\"connect\":{\"token\":\"" + Tokens.of("alice") + "\"}}"));
            client.read();
            client.send(WireFrame.deflated("{\"id\":2,\"unsubscribe\":{\"channel\":\"a\"}}" + " ".repeat(600_000)));
            assertEquals("{\"id\":2,\"unsubscribe\":{}}", client.read().text());

            client.send(WireFrame.deflated(" ".repeat(10_000_000)));

            assertEquals(1009, client.awaitClosed().code());
        }
    }

    @Test
    void whatDoesNotInflateEndsTheConnection() throws IOException {
        try (RawSocketClient client = RawSocketClient.open(on.uri(), OFFER)) {
            byte[] noDeflate = {(byte) 0xff, (byte) 0xff, 0, 1, 2, 3, 4, 5};
            client.send(new WireFrame(true, true, WireFrame.TEXT, noDeflate));

            int code = client.awaitClosed().code();

            assertTrue(code == 1007 || code == 1002, "closed with " + code);
        }
    }
}
