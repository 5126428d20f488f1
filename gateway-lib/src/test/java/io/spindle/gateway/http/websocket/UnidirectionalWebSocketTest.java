package io.spindle.gateway.http.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.client.Closed;
import io.spindle.gateway.client.RawSocketClient;
import io.spindle.gateway.client.WireFrame;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.redis.Await;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pushes alone, over {@code /connection/uni_websocket}. */
class UnidirectionalWebSocketTest {
    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(
            builder -> builder.channelPolicy(new AllowAll()).uniWebsocket(true));

    @RegisterExtension
    static final GatewayExtension impatient = new GatewayExtension(builder -> builder.uniWebsocket(true)
            .uniWebsocketDisconnectPush(false)
            .pingInterval(Duration.ofSeconds(1))
            .pongTimeout(Duration.ofMillis(300)));

    @Test
    @Proves("T35")
    void theFirstFrameIsTheConnectRequestAndAConnectPushFollows() throws IOException {
        try (RawSocketClient client = RawSocketClient.open(uri(gateway, ""))) {
            client.sendText(connect("alice"));

            String push = client.read().text();

            assertTrue(push.startsWith("{\"connect\":{\"client\":\""), push);
            assertTrue(push.contains("\"session\":\""), push);
            assertTrue(!push.contains("pong") && !push.contains("node"), push);
        }
    }

    @Test
    void theConnectRequestMayComeWithTheHandshake() throws IOException {
        String query = "?cf_connect=" + URLEncoder.encode(connect("alice", "with-query"), StandardCharsets.UTF_8);
        try (RawSocketClient client = RawSocketClient.open(uri(gateway, query))) {
            assertTrue(client.read().text().startsWith("{\"connect\":"));
            Await.until("subscribed", () -> gateway.gateway().subscriberCount("with-query") == 1);

            gateway.gateway().publish("with-query", Payload.json("1"));
            gateway.gateway().publish("with-query", Payload.json("2"));

            assertEquals(
                    "{\"channel\":\"with-query\",\"pub\":{\"data\":1}}",
                    client.read().text());
            assertEquals(
                    "{\"channel\":\"with-query\",\"pub\":{\"data\":2}}",
                    client.read().text());
        }
    }

    @Test
    void aMalformedOneIsRefusedBeforeTheUpgrade() throws IOException {
        try (RawSocketClient client = RawSocketClient.connect(uri(gateway, "?cf_connect=nonsense"))) {
            assertEquals(400, client.handshake().status());
        }
    }

    @Test
    void aMalformedFirstFrameEndsIt() throws IOException {
        try (RawSocketClient client = RawSocketClient.open(uri(gateway, ""))) {
            client.sendText("nonsense");

            assertEquals(
                    "{\"disconnect\":{\"code\":3501,\"reason\":\"bad request\"}}",
                    client.read().text());
            assertEquals(new Closed(3501, "bad request"), client.awaitClosed());
        }
    }

    @Test
    void whatComesLaterIsPassedOver() throws IOException {
        try (RawSocketClient client = RawSocketClient.open(uri(gateway, ""))) {
            client.sendText(connect("talker"));
            client.read();
            client.sendText(connect("talker"));
            client.sendText("nonsense");
            client.send(new WireFrame(true, false, WireFrame.PING, "still there?".getBytes(StandardCharsets.UTF_8)));

            assertEquals("still there?", client.read().text());
            assertEquals(1, gateway.gateway().disconnect("talker"));
        }
    }

    @Test
    @Proves("T36")
    void anExpiredTokenEndsItWithAPushAndACloseFrame() throws IOException {
        try (RawSocketClient client = RawSocketClient.open(uri(gateway, ""))) {
            client.sendText("{\"token\":\"" + Tokens.expired("alice") + "\"}");

            assertEquals(
                    "{\"disconnect\":{\"code\":3005,\"reason\":\"connection expired\"}}",
                    client.read().text());
            assertEquals(new Closed(3005, "connection expired"), client.awaitClosed());
        }
    }

    @Test
    void pingsAreEmptyPushesAndFramesOfWhichTheFramesAreAnswered() throws IOException {
        try (RawSocketClient client = RawSocketClient.open(uri(impatient, ""))) {
            client.sendText(connect("alice"));
            client.read();

            WireFrame first = client.read();
            WireFrame second = client.read();

            List<Integer> opcodes = List.of(first.opcode(), second.opcode());
            assertTrue(opcodes.contains(WireFrame.PING) && opcodes.contains(WireFrame.TEXT), opcodes.toString());
            assertEquals("{}", (first.opcode() == WireFrame.TEXT ? first : second).text());
            // No pong frame is sent; and here no push precedes the close frame.
            assertEquals(3012, client.read().closeCode());
        }
    }

    private static String connect(String user, String... channels) {
        return "{\"token\":\"" + Tokens.with(claims -> claims.subject(user).claim("channels", List.of(channels)))
                + "\"}";
    }

    private static URI uri(GatewayExtension gateway, String query) {
        return URI.create("ws://127.0.0.1:" + gateway.gateway().port() + "/connection/uni_websocket" + query);
    }
}
