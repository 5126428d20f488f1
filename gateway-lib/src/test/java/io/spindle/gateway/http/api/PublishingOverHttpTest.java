package io.spindle.gateway.http.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.JsonMessage;
import io.spindle.gateway.conformance.Proves;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code publish} and {@code broadcast}: what back ends publish reaches subscribers. */
class PublishingOverHttpTest {
    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder ->
            builder.channelPolicy(new ApiChannels()).apiKey(BackEnd.KEY).serverApi(true));

    private final BackEnd backEnd = new BackEnd(gateway::gateway);

    @Test
    @Proves("A3")
    void aPublicationIsAnsweredWithItsPlaceInTheStream() {
        JsonNode first = backEnd.result("publish", "{\"channel\":\"kept:a3\",\"data\":{\"x\":1}}");
        JsonNode second = backEnd.result("publish", "{\"channel\":\"kept:a3\",\"data\":{\"x\":2}}");

        assertEquals(1, first.path("offset").asInt());
        assertEquals(2, second.path("offset").asInt());
        assertFalse(first.path("epoch").asText().isEmpty());
        assertEquals(first.path("epoch"), second.path("epoch"));
    }

    @Test
    @Proves("A3")
    void withoutHistoryThereIsNoPlace() {
        JsonClient alice = subscriber("kept:skip");

        JsonNode result = backEnd.result("publish", "{\"channel\":\"kept:skip\",\"data\":1,\"skip_history\":true}");

        assertEquals("{}", result.toString());
        assertFalse(alice.awaitPublication("kept:skip").at("push", "pub").has("offset"));
        assertEquals(
                "{}",
                backEnd.result("publish", "{\"channel\":\"plain:a\",\"data\":1}")
                        .toString());
    }

    @Test
    void dataReachesSubscribersAsItIsWritten() {
        JsonClient alice = subscriber("plain:as-is");

        backEnd.result(
                "publish",
                "{\"data\" : {\"big\": 12345678901234567890.10, \"e\":\"\\u00e9\"} ,\"channel\":\"plain:as-is\"}");

        assertTrue(alice.awaitPublication("plain:as-is")
                .text()
                .contains("\"data\":{\"big\": 12345678901234567890.10, \"e\":\"\\u00e9\"}"));
    }

    @Test
    void newlinesOfAPrettyBodyDoNotTearTheMessageApart() {
        JsonClient alice = subscriber("plain:pretty");

        backEnd.result("publish", "{\n  \"channel\": \"plain:pretty\",\n  \"data\": {\n    \"x\": 1\n  }\n}\n");

        assertEquals(
                1,
                alice.awaitPublication("plain:pretty")
                        .at("push", "pub", "data", "x")
                        .asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "0", "false", "\"\"", "[]", "{}", "\"text\""})
    void anyJsonValueIsData(String data) {
        JsonClient alice = subscriber("plain:any");

        backEnd.result("publish", "{\"channel\":\"plain:any\",\"data\":" + data + "}");

        assertTrue(alice.awaitPublication("plain:any").text().contains("\"data\":" + data));
    }

    @Test
    void tagsReachSubscribers() {
        JsonClient alice = subscriber("plain:tags");

        backEnd.result("publish", "{\"channel\":\"plain:tags\",\"data\":1,\"tags\":{\"a\":\"b\"}}");

        assertEquals(
                "b",
                alice.awaitPublication("plain:tags")
                        .at("push", "pub", "tags", "a")
                        .asText());
    }

    @Test
    void base64WinsOverJson() {
        JsonClient alice = subscriber("plain:b64");

        backEnd.result(
                "publish",
                "{\"channel\":\"plain:b64\",\"data\":\"json\",\"b64data\":\"" + base64("{\"from\":\"base64\"}")
                        + "\"}");

        assertEquals(
                "base64",
                alice.awaitPublication("plain:b64")
                        .at("push", "pub", "data", "from")
                        .asText());
    }

    @Test
    @Proves("A4")
    void theSameIdempotencyKeyPublishesOnce() {
        JsonClient alice = subscriber("kept:a4");
        String body = "{\"channel\":\"kept:a4\",\"data\":%s,\"idempotency_key\":\"i1\"}";

        JsonNode first = backEnd.result("publish", body.formatted("\"first\""));
        JsonNode second = backEnd.result("publish", body.formatted("\"second\""));
        backEnd.result("publish", "{\"channel\":\"kept:a4\",\"data\":\"third\"}");

        assertEquals(first, second);
        assertEquals(
                "first",
                alice.awaitPublication("kept:a4").at("push", "pub", "data").asText());
        assertEquals(
                "third",
                alice.awaitPublication("kept:a4").at("push", "pub", "data").asText());
    }

    @Test
    void aVersionThatIsNotNewerIsNotPublished() {
        JsonClient alice = subscriber("kept:version");
        String body = "{\"channel\":\"kept:version\",\"data\":%d,\"version\":%d}";

        JsonNode newer = backEnd.result("publish", body.formatted(7, 7));
        JsonNode older = backEnd.result("publish", body.formatted(6, 6));
        backEnd.result("publish", body.formatted(8, 8));

        assertEquals(newer, older);
        assertEquals(
                7,
                alice.awaitPublication("kept:version").at("push", "pub", "data").asInt());
        assertEquals(
                8,
                alice.awaitPublication("kept:version").at("push", "pub", "data").asInt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                | 107 bad request",
                "{\"channel\":\"\",\"data\":1}                     | 107 bad request",
                "{\"channel\":\"plain:a\"}                         | 107 bad request",
                "{\"channel\":\"plain:a\",\"b64data\":\"%%%\"}     | 107 bad request",
                "{\"channel\":\"nope:a\",\"data\":1}               | 102 unknown channel"
            })
    void whatCannotBePublishedIsAnError(String body, String error) {
        assertEquals(error, backEnd.error("publish", body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain  | 107 | 0   | 0   | 0",
                "json   | 107 | 0   | 0   | 107",
                "object | 107 | 107 | 0   | 107",
                "binary | 0   | 0   | 0   | 0"
            })
    void dataHasTheFormatOfItsChannel(String kind, int nothing, int number, int object, int bytes) {
        assertEquals(nothing, code(kind, "\"other\":1"));
        assertEquals(number, code(kind, "\"data\":1"));
        assertEquals(object, code(kind, "\"data\": {}"));
        assertEquals(bytes, code(kind, "\"b64data\":\"/w==\""));
    }

    @Test
    @Proves("A5")
    void aBroadcastSaysForEachChannelInOrderWhatBecameOfIt() {
        JsonClient alice = subscriber("kept:a5", "plain:a5");

        JsonNode responses = backEnd.result(
                        "broadcast", "{\"channels\":[\"kept:a5\",\"nope:y\",\"\",\"plain:a5\"],\"data\":{\"b\":1}}")
                .path("responses");

        assertEquals(1, responses.path(0).path("result").path("offset").asInt());
        assertEquals(
                "{\"error\":{\"code\":102,\"message\":\"unknown channel\"}}",
                responses.path(1).toString());
        assertEquals(
                "{\"error\":{\"code\":107,\"message\":\"bad request\"}}",
                responses.path(2).toString());
        assertEquals("{\"result\":{}}", responses.path(3).toString());
        assertEquals(4, responses.size());
        for (String channel : List.of("kept:a5", "plain:a5")) {
            assertEquals(
                    1,
                    alice.awaitPublication(channel)
                            .at("push", "pub", "data", "b")
                            .asInt());
        }
    }

    @Test
    void aBroadcastToThousandsOfChannelsKeepsTheirOrder() {
        List<String> channels = new ArrayList<>();
        IntStream.range(0, 3_000)
                .forEach(i -> channels.add(i % 1000 == 7 ? "\"nope:" + i + "\"" : "\"kept:many" + i + "\""));

        JsonNode responses = backEnd.result(
                        "broadcast", "{\"channels\":[" + String.join(",", channels) + "],\"data\":1}")
                .path("responses");

        assertEquals(3_000, responses.size());
        for (int i = 0; i < 3_000; i++) {
            assertEquals(i % 1000 == 7, responses.path(i).has("error"), "channel " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"data\":1}", "{\"channels\":[],\"data\":1}", "{\"channels\":[\"plain:a\"],\"b64data\":\"%\"}"
            })
    void aBroadcastToNobodyOrOfNothingReadableIsAnError(String body) {
        assertEquals("107 bad request", backEnd.error("broadcast", body));
    }

    private int code(String kind, String field) {
        return backEnd.ask("publish", "{\"channel\":\"" + kind + ":format\"," + field + "}")
                .json()
                .path("error")
                .path("code")
                .asInt();
    }

    private static JsonClient subscriber(String... channels) {
        JsonClient client = gateway.connect("alice");
        for (String channel : channels) {
            JsonMessage reply = client.subscribe(channel);
            assertEquals(0, reply.errorCode(), reply.text());
        }
        return client;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
