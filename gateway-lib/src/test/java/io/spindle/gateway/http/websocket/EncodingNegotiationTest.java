package io.spindle.gateway.http.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.client.HandshakeAnswer;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.ProtobufClient;
import io.spindle.gateway.client.RawClient;
import io.spindle.gateway.client.RawSocketClient;
import io.spindle.gateway.conformance.Proves;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingNegotiationTest {
    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension();

    @Test
    @Proves("T1")
    void withoutASubprotocolJsonIsSpokenInTextFrames() throws IOException {
        try (JsonClient client = JsonClient.open(gateway.uri())) {
            assertEquals(0, client.connect(Tokens.of("alice")).errorCode());
            assertEquals("", client.raw().subprotocol());
            assertTrue(client.raw().awaitFrame().isText());
        }
    }

    @Test
    @Proves("T2")
    void offeredJsonIsSelected() {
        try (JsonClient client = JsonClient.open(RawClient.to(gateway.uri()).subprotocols("centrifuge-json"))) {
            assertEquals(0, client.connect(Tokens.of("alice")).errorCode());
            assertEquals("centrifuge-json", client.raw().subprotocol());
        }
    }

    @Test
    @Proves("T2")
    void offeredProtobufIsSelectedAndSpokenInBinaryFrames() {
        try (ProtobufClient client = ProtobufClient.open(gateway.uri())) {
            assertEquals(0, client.connect(Tokens.of("alice")).getError().getCode());
            assertEquals("centrifuge-protobuf", client.raw().subprotocol());
            assertFalse(client.raw().awaitFrame().isText());
        }
    }

    @Test
    @Proves("T3")
    void anUnknownSubprotocolIsNotSelectedAndJsonIsSpoken() throws IOException {
        try (RawSocketClient client = RawSocketClient.connect(gateway.uri())) {
            HandshakeAnswer answer = client.handshake("Sec-WebSocket-Protocol: soap");

            assertEquals(101, answer.status());
            assertEquals(Optional.empty(), answer.header("Sec-WebSocket-Protocol"));
            client.sendText("{\"id\":1,\"connect\":{\"token\":\"" + Tokens.of("alice") + "\"}}");
            assertTrue(client.read().text().startsWith("{\"id\":1,\"connect\":{"));
        }
    }

    @Test
    void aKnownSubprotocolIsFoundBehindUnknownOnes() {
        try (RawClient client = RawClient.to(gateway.uri())
                .subprotocols("soap", "centrifuge-json")
                .open()) {
            assertEquals("centrifuge-json", client.subprotocol());
        }
    }

    @Test
    void aRequestWithoutAHandshakeIsToldThatThisIsAWebSocket() throws IOException, InterruptedException {
        HttpRequest plain = HttpRequest.newBuilder(
                        URI.create("http" + gateway.uri().toString().substring("ws".length())))
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(plain, BodyHandlers.ofString());

        assertEquals(400, answer.statusCode());
        assertEquals(Optional.of("13"), answer.headers().firstValue("Sec-WebSocket-Version"));
        assertTrue(answer.body().startsWith("no WebSocket handshake (expected: "), answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?format=protobuf", "?cf_protocol=protobuf", "?x=1&format=protobuf&format=json"})
    @Proves("T4")
    void protobufIsChosenByTheQueryToo(String query) {
        try (ProtobufClient client = ProtobufClient.open(RawClient.to(gateway.uri(query)))) {
            assertEquals(0, client.connect(Tokens.of("alice")).getError().getCode());
            assertEquals("", client.raw().subprotocol());
        }
    }

    @Test
    void theQueryWinsOverTheJsonSubprotocol() {
        try (ProtobufClient client = ProtobufClient.open(
                RawClient.to(gateway.uri("?format=protobuf")).subprotocols("centrifuge-json"))) {
            assertEquals(0, client.connect(Tokens.of("alice")).getError().getCode());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?cf_protocol_version=v2", "?unknown=1", "?format=xml", "?format", "?cf_ws_frame_ping_pong"})
    @Proves("T5")
    void otherParametersAreIgnored(String query) {
        try (JsonClient client = JsonClient.open(gateway.uri(query))) {
            assertEquals(0, client.connect(Tokens.of("alice")).errorCode());
        }
    }

    @Test
    @Proves("T6")
    void aForeignOriginIsRefusedBeforeTheUpgrade() throws IOException {
        try (RawSocketClient foreign = RawSocketClient.connect(gateway.uri());
                RawSocketClient own = RawSocketClient.connect(gateway.uri())) {
            assertEquals(403, foreign.handshake("Origin: https://evil.example").status());
            assertEquals(
                    101,
                    own.handshake("Origin: http://" + gateway.uri().getAuthority())
                            .status());
        }
    }
}
