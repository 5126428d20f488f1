package io.spindle.gateway.http.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.client.EmulatedClient;
import io.spindle.gateway.client.StreamClient;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.redis.Await;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code /connection/http_stream}. */
class HttpStreamTest {
    private static final String PATH = "/connection/http_stream";
    private static final String BAD_REQUEST =
            "{\"push\":{\"disconnect\":{\"code\":3501,\"reason\":\"bad request\"}}}\n";

    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(
            builder -> builder.channelPolicy(new AllowAll()).httpStream(true));

    @Test
    @Proves("T24")
    void theFirstLineAnswersTheConnectCommandOfTheBody() throws IOException {
        try (EmulatedClient alice = connect("alice")) {
            StreamClient answer = alice.stream();
            assertEquals(200, answer.status());
            assertEquals("chunked", answer.header("Transfer-Encoding"));
            assertEquals("application/json", answer.header("Content-Type"));
            assertEquals("no", answer.header("X-Accel-Buffering"));
            assertEquals("private, no-cache, no-store, must-revalidate, max-age=0", answer.header("Cache-Control"));
            assertEquals("no-cache", answer.header("Pragma"));
            assertEquals("0", answer.header("Expire"));
            JsonNode result = alice.connected().path("connect");
            assertEquals(1, alice.connected().path("id").asInt());
            assertFalse(result.path("session").asText().isEmpty());
            assertFalse(result.path("node").asText().isEmpty());
            assertNotEquals(
                    result.path("client").asText(), result.path("session").asText());
            assertTrue(result.path("pong").asBoolean());
        }
    }

    @Test
    @Proves("T27")
    void commandsBesideItAreAnsweredOnIt() throws IOException {
        try (EmulatedClient alice = connect("alice")) {
            assertEquals(
                    204,
                    alice.send("{\"id\":2,\"subscribe\":{\"channel\":\"beside\"}}\n"
                            + "{\"id\":3,\"publish\":{\"channel\":\"beside\",\"data\":{\"n\":1}}}"));

            assertTrue(alice.next().has("subscribe"));
            assertEquals(
                    1,
                    alice.next(message -> message.at("/push/pub").isObject())
                            .at("/push/pub/data/n")
                            .asInt());
        }
    }

    @Test
    void aRequestWithoutAProperFrameIsAnsweredByTheEnd() throws IOException {
        for (String body : new String[] {"", "nonsense", "{\"id\":1}"}) {
            try (StreamClient client = StreamClient.post(gateway.gateway().port(), PATH, body)) {
                assertEquals(200, client.status());
                assertEquals(BAD_REQUEST, client.readToEnd());
            }
        }
    }

    @Test
    void theConnectionServesTheNextRequestWhenTheStreamHasEnded() throws IOException {
        try (StreamClient client = StreamClient.post(gateway.gateway().port(), PATH, "")) {
            assertEquals(BAD_REQUEST, client.readToEnd());

            client.request("GET", "/health", new byte[0]);

            assertEquals(200, client.status());
        }
    }

    @Test
    @Proves("T33")
    void theLastMessageSaysWhyItEnds() throws IOException {
        try (EmulatedClient alice = connect("banned")) {
            gateway.gateway().disconnect("banned");

            assertEquals(
                    "{\"push\":{\"disconnect\":{\"code\":3503,\"reason\":\"force disconnect\"}}}\n",
                    alice.stream().readToEnd());
        }
    }

    @Test
    void aClientThatGoesAwayIsGoneAtOnce() throws IOException {
        EmulatedClient alice = connect("alice");
        alice.send("{\"id\":2,\"subscribe\":{\"channel\":\"left\"}}");
        alice.reply(2);
        assertEquals(1, gateway.gateway().subscriberCount("left"));

        alice.close();

        Await.until("gone", () -> gateway.gateway().subscriberCount("left") == 0);
    }

    private static EmulatedClient connect(String user) throws IOException {
        int port = gateway.gateway().port();
        return EmulatedClient.httpStream(port, port, Tokens.of(user));
    }
}
