package io.spindle.gateway.http.websocket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.client.RawSocketClient;
import io.spindle.gateway.client.WireFrame;
import io.spindle.gateway.protocol.Encoding;
import io.spindle.gateway.redis.Await;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSocketRulesTest {
    private static final int PROTOCOL_ERROR = 1002;

    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(new AllowAll()));

    @Test
    void aCommandMayComeInFragmentsWithAPingBetween() throws IOException {
        try (RawSocketClient client = gateway.connectSocket(Encoding.JSON, "alice")) {
            byte[] command = "{\"id\":2,\"subscribe\":{\"channel\":\"f\"}}".getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < command.length; i++) {
                int opcode = i == 0 ? WireFrame.TEXT : WireFrame.CONTINUATION;
                client.send(new WireFrame(i == command.length - 1, false, opcode, new byte[] {command[i]}));
                if (i == 5) {
                    client.send(new WireFrame(true, false, WireFrame.PING, new byte[] {1, 2, 3}));
                }
            }

            WireFrame pong = client.read();
            assertEquals(WireFrame.PONG, pong.opcode());
            assertArrayEquals(new byte[] {1, 2, 3}, pong.payload());
            assertEquals("{\"id\":2,\"subscribe\":{}}", client.read().text());
        }
    }

    @Test
    void pongsThatNobodyAskedForAreIgnored() throws IOException {
        try (RawSocketClient client = gateway.connectSocket(Encoding.JSON, "alice")) {
            client.send(new WireFrame(true, false, WireFrame.PONG, new byte[0]));
            client.sendText("{\"id\":2,\"subscribe\":{\"channel\":\"p\"}}");

            assertEquals("{\"id\":2,\"subscribe\":{}}", client.read().text());
        }
    }

    @Test
    void aClientsCloseFrameIsAnsweredAndTheClientForgotten() throws IOException {
        try (RawSocketClient client = gateway.connectSocket(Encoding.JSON, "alice")) {
            client.sendText("{\"id\":2,\"subscribe\":{\"channel\":\"closing\"}}");
            client.read();

            client.send(new WireFrame(true, false, WireFrame.CLOSE, new byte[] {3, (byte) 0xe8}));

            assertEquals(1000, client.awaitClosed().code());
            Await.until("forgotten", () -> gateway.gateway().subscriberCount("closing") == 0);
        }
    }

    @Test
    void aResetIsNoticed() throws IOException {
        try (RawSocketClient client = gateway.connectSocket(Encoding.JSON, "alice")) {
            client.sendText("{\"id\":2,\"subscribe\":{\"channel\":\"reset\"}}");
            client.read();

            client.reset();

            Await.until("forgotten", () -> gateway.gateway().subscriberCount("reset") == 0);
        }
    }

    @Test
    void anUnmaskedFrameIsAgainstTheRules() throws IOException {
        try (RawSocketClient client = gateway.connectSocket(Encoding.JSON, "alice")) {
            client.sendUnmasked(WireFrame.text("{\"id\":2,\"subscribe\":{\"channel\":\"u\"}}"));

            assertEquals(PROTOCOL_ERROR, client.awaitClosed().code());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 7, 11, 15})
    void reservedOpcodesAreAgainstTheRules(int opcode) throws IOException {
        try (RawSocketClient client = gateway.connectSocket(Encoding.JSON, "alice")) {
            client.send(new WireFrame(true, false, opcode, new byte[0]));

            assertEquals(PROTOCOL_ERROR, client.awaitClosed().code());
        }
    }

    @Test
    void aCompressedFrameWithoutNegotiationIsAgainstTheRules() throws IOException {
        try (RawSocketClient client = gateway.connectSocket(Encoding.JSON, "alice")) {
            client.send(WireFrame.deflated("{\"id\":2,\"subscribe\":{\"channel\":\"c\"}}"));

            assertEquals(PROTOCOL_ERROR, client.awaitClosed().code());
        }
    }

    @Test
    void aContinuationOfNothingIsAgainstTheRules() throws IOException {
        try (RawSocketClient client = gateway.connectSocket(Encoding.JSON, "alice")) {
            client.send(new WireFrame(true, false, WireFrame.CONTINUATION, new byte[] {1}));

            assertEquals(PROTOCOL_ERROR, client.awaitClosed().code());
        }
    }
}
