package io.spindle.gateway.http.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.auth.JwtAuthenticator;
import io.spindle.gateway.client.StreamClient;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.redis.Await;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pushes alone, over {@code /connection/uni_sse} and {@code /connection/uni_http_stream}. */
class UnidirectionalStreamTest {
    private static final String SSE = "/connection/uni_sse";
    private static final String STREAM = "/connection/uni_http_stream";
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(new AllowAll())
            .uniSse(true)
            .uniHttpStream(true)
            .unidirectionalErrors(Map.of(101, new Disconnect(4501, "not you"))));

    @RegisterExtension
    static final GatewayExtension impatient = new GatewayExtension(builder -> builder.channelPolicy(new AllowAll())
            .uniSse(true)
            .uniHttpStream(true)
            .pingInterval(Duration.ofSeconds(1))
            .pongTimeout(Duration.ofMillis(100))
            .authenticator(JwtAuthenticator.builder()
                    .hmacSecret(Tokens.SECRET)
                    .allowAnonymous(true)
                    .build()));

    @Test
    @Proves("T34")
    void theFirstEventIsAConnectPushWithoutEnvelope() throws IOException {
        try (StreamClient client = StreamClient.get(port(), SSE + query(connect("alice")))) {
            assertEquals("text/event-stream; charset=utf-8", client.header("Content-Type"));
            assertEquals("\r\n", new String(client.readBytes(2), StandardCharsets.US_ASCII));

            JsonNode push = JSON.readTree(client.readEvent());

            JsonNode connected = push.path("connect");
            assertEquals(1, push.size());
            assertEquals(36, connected.path("session").asText().length());
            assertFalse(connected.has("pong"));
            assertFalse(connected.has("node"));
            assertEquals(25, connected.path("ping").asInt());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SSE, STREAM})
    void pushesOfTheChannelsThatTheTokenNamesFollow(String path) throws IOException {
        String channel = "news-" + path.length();
        try (StreamClient client = StreamClient.post(port(), path, connect("alice", channel))) {
            assertEquals(
                    "{}",
                    JSON.readTree(next(client, path))
                            .at("/connect/subs")
                            .path(channel)
                            .toString());
            Await.until("subscribed", () -> gateway.gateway().subscriberCount(channel) == 1);

            gateway.gateway().publish(channel, Payload.json("{\"u\": 1}"));

            assertEquals("{\"channel\":\"" + channel + "\",\"pub\":{\"data\":{\"u\": 1}}}", next(client, path));
        }
        Await.until("gone", () -> gateway.gateway().subscriberCount(channel) == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {SSE, STREAM})
    @Proves("T36")
    void anExpiredTokenEndsItWithADisconnectPush(String path) throws IOException {
        String token = Tokens.expired("alice");
        try (StreamClient client = StreamClient.post(port(), path, "{\"token\":\"" + token + "\"}")) {
            assertEquals(200, client.status());
            assertEquals("{\"disconnect\":{\"code\":3005,\"reason\":\"connection expired\"}}", next(client, path));
            assertEquals("", client.readToEnd());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SSE, STREAM})
    void aMalformedConnectRequestGetsNoConnection(String path) throws IOException {
        try (StreamClient client = StreamClient.post(port(), path, "nonsense")) {
            assertEquals(400, client.status());
        }
        assertEquals(0, gateway.gateway().connectionCount());
    }

    @Test
    void anEventSourceWithoutARequestIsAnonymous() throws IOException {
        try (StreamClient client = StreamClient.get(impatient.gateway().port(), SSE)) {
            client.readTo("\r\n");

            assertEquals(
                    "", JSON.readTree(client.readEvent()).at("/connect/user").asText());
        }
    }

    @Test
    void pingsAreEmptyPushesThatNobodyAnswers() throws IOException {
        int port = impatient.gateway().port();
        try (StreamClient events = StreamClient.get(port, SSE);
                StreamClient lines = StreamClient.post(port, STREAM, "null")) {
            events.readTo("\r\n");
            events.readEvent();
            lines.readLine();

            for (int ping = 0; ping < 3; ping++) {
                assertEquals("data: {}", events.readTo("\n\n"));
                assertEquals("{}", lines.readTo("\n"));
            }
        }
    }

    @Test
    void theServersWordIsTheLastPush() throws IOException {
        try (StreamClient client = StreamClient.post(port(), STREAM, connect("banned"))) {
            client.readLine();

            gateway.gateway().disconnect("banned");

            assertEquals("{\"disconnect\":{\"code\":3503,\"reason\":\"force disconnect\"}}\n", client.readToEnd());
        }
    }

    private static String next(StreamClient client, String path) throws IOException {
        if (path.equals(STREAM)) {
            return client.readLine();
        }
        String event = client.readTo("\n\n");
        return event.substring(event.indexOf("data: ") + 6);
    }

    private static String connect(String user, String... channels) {
        return "{\"token\":\""
                + Tokens.with(claims -> claims.subject(user).claim("channels", List.of(channels)))
                + "\",\"name\":\"test\"}";
    }

    private static String query(String connect) {
        return "?cf_connect=" + URLEncoder.encode(connect, StandardCharsets.UTF_8);
    }

    private static int port() {
        return gateway.gateway().port();
    }
}
