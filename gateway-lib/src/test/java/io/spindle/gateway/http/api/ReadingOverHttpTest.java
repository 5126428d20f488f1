package io.spindle.gateway.http.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.client.JsonClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code history}, {@code history_remove}, {@code presence} and {@code presence_stats}. */
class ReadingOverHttpTest {
    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder ->
            builder.channelPolicy(new ApiChannels()).apiKey(BackEnd.KEY).serverApi(true));

    private final BackEnd backEnd = new BackEnd(gateway::gateway);

    @Test
    void historyShowsWhatWasPublishedAndWhereItEnds() {
        String epoch = publish("kept:history", 3);

        assertEquals(
                "{\"publications\":[{\"data\":3,\"offset\":3},{\"data\":2,\"offset\":2}],\"epoch\":\"" + epoch
                        + "\",\"offset\":3}",
                backEnd.result("history", "{\"channel\":\"kept:history\",\"limit\":2,\"reverse\":true}")
                        .toString());
        assertEquals(
                "{\"publications\":[{\"data\":2,\"offset\":2},{\"data\":3,\"offset\":3}],\"epoch\":\"" + epoch
                        + "\",\"offset\":3}",
                backEnd.result(
                                "history",
                                "{\"channel\":\"kept:history\",\"limit\":-1,\"since\":{\"offset\":1,\"epoch\":\""
                                        + epoch + "\"}}")
                        .toString());
    }

    @Test
    void withoutALimitItIsThePositionAlone() {
        String epoch = publish("kept:position", 2);

        assertEquals(
                "{\"publications\":[],\"epoch\":\"" + epoch + "\",\"offset\":2}",
                backEnd.result("history", "{\"channel\":\"kept:position\"}").toString());
    }

    @Test
    void aChannelThatWasNeverUsedHasAPositionToo() {
        JsonNode result = backEnd.result("history", "{\"channel\":\"kept:never\",\"limit\":10}");

        assertEquals("[]", result.path("publications").toString());
        assertEquals("0", result.path("offset").toString());
    }

    @Test
    void tagsAndPublishersAreInTheHistory() {
        JsonClient alice = gateway.connect("alice");
        alice.subscribe("kept:who");
        alice.publish("kept:who", "\"mine\"");
        backEnd.result("publish", "{\"channel\":\"kept:who\",\"data\":\"ours\",\"tags\":{\"a\":\"b\"}}");

        JsonNode publications = backEnd.result("history", "{\"channel\":\"kept:who\",\"limit\":-1}")
                .path("publications");

        assertEquals("alice", publications.path(0).path("info").path("user").asText());
        assertEquals("{\"a\":\"b\"}", publications.path(1).path("tags").toString());
    }

    @Test
    void bytesThatAreNotJsonStandInBase64() {
        backEnd.result("publish", "{\"channel\":\"kept:bytes\",\"b64data\":\"/w==\"}");

        assertEquals(
                "[{\"b64data\":\"/w==\",\"offset\":1}]",
                backEnd.result("history", "{\"channel\":\"kept:bytes\",\"limit\":1}")
                        .path("publications")
                        .toString());
    }

    @Test
    void removedHistoryLeavesThePosition() {
        String epoch = publish("kept:removed", 2);

        assertEquals(
                "{}",
                backEnd.result("history_remove", "{\"channel\":\"kept:removed\"}")
                        .toString());

        assertEquals(
                "{\"publications\":[],\"epoch\":\"" + epoch + "\",\"offset\":2}",
                backEnd.result("history", "{\"channel\":\"kept:removed\",\"limit\":-1}")
                        .toString());
    }

    @Test
    void aPositionOfAnotherLifeIsNotRecoverable() {
        publish("kept:epoch", 1);

        assertEquals(
                "112 unrecoverable position",
                backEnd.error(
                        "history",
                        "{\"channel\":\"kept:epoch\",\"limit\":1,\"since\":{\"offset\":1,\"epoch\":\"x\"}}"));
        assertEquals(
                "107 bad request",
                backEnd.error("history", "{\"channel\":\"kept:epoch\",\"limit\":1,\"since\":{},\"reverse\":true}"));
    }

    @Test
    void presenceShowsWhoIsThereAndHowMany() {
        JsonClient alice = gateway.open();
        String id = alice.connect(io.spindle.gateway.Tokens.of("alice"))
                .at("connect", "client")
                .asText();
        alice.subscribe("kept:presence");

        JsonNode presence =
                backEnd.result("presence", "{\"channel\":\"kept:presence\"}").path("presence");

        assertEquals(1, presence.size());
        assertEquals("alice", presence.path(id).path("user").asText());
        assertEquals(id, presence.path(id).path("client").asText());
        assertEquals("{\"name\":\"ALICE\"}", presence.path(id).path("conn_info").toString());
        assertEquals(
                "{\"num_clients\":1,\"num_users\":1}",
                backEnd.result("presence_stats", "{\"channel\":\"kept:presence\"}")
                        .toString());
    }

    @Test
    void nobodyIsAnEmptyMapAndZero() {
        assertEquals(
                "{\"presence\":{}}",
                backEnd.result("presence", "{\"channel\":\"kept:nobody\"}").toString());
        assertEquals(
                "{\"num_clients\":0,\"num_users\":0}",
                backEnd.result("presence_stats", "{\"channel\":\"kept:nobody\"}")
                        .toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"history", "history_remove", "presence", "presence_stats"})
    void aChannelMustBeNamedKnownAndHaveIt(String method) {
        assertEquals("107 bad request", backEnd.error(method, "{}"));
        assertEquals("102 unknown channel", backEnd.error(method, "{\"channel\":\"nope:a\"}"));
        assertEquals("108 not available", backEnd.error(method, "{\"channel\":\"plain:a\"}"));
    }

    @ParameterizedTest
    @CsvSource({"-1,12", "1000,12", "3,3"})
    void noLimitIsSetBeyondTheOneThatIsAskedFor(int limit, int shown) {
        String channel = "kept:limit" + limit;
        publish(channel, 12);

        JsonNode result = backEnd.result("history", "{\"channel\":\"" + channel + "\",\"limit\":" + limit + "}");

        assertEquals(Math.min(shown, 10), result.path("publications").size());
    }

    private String publish(String channel, int count) {
        String epoch = "";
        for (int i = 1; i <= count; i++) {
            epoch = backEnd.result("publish", "{\"channel\":\"" + channel + "\",\"data\":" + i + "}")
                    .path("epoch")
                    .asText();
        }
        return epoch;
    }
}
