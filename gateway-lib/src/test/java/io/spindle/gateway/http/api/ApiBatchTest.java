package io.spindle.gateway.http.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.conformance.Proves;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several commands in one request: {@code batch}, and the old form. */
class ApiBatchTest {
    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder ->
            builder.channelPolicy(new ApiChannels()).apiKey(BackEnd.KEY).serverApi(true));

    private final BackEnd backEnd = new BackEnd(gateway::gateway);

    @ParameterizedTest
    @Proves("A7")
    @ValueSource(booleans = {false, true})
    void repliesStandInTheOrderOfTheCommandsEachUnderItsMethod(boolean parallel) {
        JsonNode answer =
                backEnd.ask("batch", """
                        {"commands":[
                          {"publish":{"channel":"kept:batch%s","data":1}},
                          {"presence_stats":{"channel":"kept:batch"}},
                          {"publish":{"channel":"nope:1","data":1}},
                          {},
                          null,
                          {"unheard_of":{}},
                          {"unsubscribe":{"user":"nobody"}}
                        ],"parallel":%s}""".formatted(parallel, parallel)).json();

        assertEquals(1, answer.size(), "no wrapper");
        JsonNode replies = answer.path("replies");
        assertEquals(7, replies.size());
        assertEquals(1, replies.path(0).path("publish").path("offset").asInt());
        assertEquals(
                "{\"presence_stats\":{\"num_clients\":0,\"num_users\":0}}",
                replies.path(1).toString());
        assertEquals(
                "{\"error\":{\"code\":102,\"message\":\"unknown channel\"}}",
                replies.path(2).toString());
        for (int i = 3; i < 6; i++) {
            assertEquals(
                    "{\"error\":{\"code\":104,\"message\":\"not found\"}}",
                    replies.path(i).toString());
        }
        assertEquals("{\"unsubscribe\":{}}", replies.path(6).toString());
    }

    @Test
    void commandsFollowOneAnother() {
        String commands = IntStream.range(0, 100)
                .mapToObj(i -> "{\"publish\":{\"channel\":\"kept:order\",\"data\":" + i + "}}")
                .collect(Collectors.joining(","));

        JsonNode replies =
                backEnd.ask("batch", "{\"commands\":[" + commands + "]}").json().path("replies");

        for (int i = 0; i < 100; i++) {
            assertEquals(i + 1, replies.path(i).path("publish").path("offset").asInt());
        }
    }

    @Test
    void aBatchOfNothingIsAnsweredWithNothing() {
        assertEquals("{\"replies\":[]}", backEnd.ask("batch", "{}").body());
        assertEquals(
                "{\"replies\":[]}", backEnd.ask("batch", "{\"commands\":[]}").body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"commands\":{}}",
                "{\"commands\":[1]}",
                "{\"commands\":[{\"publish\":1}]}",
                "{\"commands\":[{\"publish\":{\"channel\":1}}]}",
                "{\"commands\":[{\"publish\":{},\"info\":{}}]}",
                "{\"parallel\":1}"
            })
    void aBatchThatCannotBeReadIsCarriedOutNowhere(String body) {
        assertEquals(400, backEnd.ask("batch", body).status());
    }

    @Test
    void oneCommandOfTheOldForm() {
        assertEquals(
                "{\"id\":7,\"result\":{}}",
                old("{\"id\":7,\"params\":{\"channel\":\"plain:a\",\"data\":1},\"method\":\"publish\"}")
                        .body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "", " \n\n "})
    void severalCommandsOfTheOldFormAreAnsweredInLines(String separator) {
        BackEnd.Answer answer = old(String.join(
                separator,
                "{\"method\":\"publish\",\"params\":{\"channel\":\"plain:a\",\"data\":{\"a\":1}}}",
                "{\"method\":\"presence_stats\",\"params\":{\"channel\":\"nope:a\"},\"id\":2}",
                "{\"method\":\"disconnect\",\"params\":{\"user\":\"nobody\"}}"));

        assertEquals(200, answer.status());
        assertEquals(
                "{\"result\":{}}\n{\"id\":2,\"error\":{\"code\":102,\"message\":\"unknown channel\"}}\n{\"result\":{}}",
                answer.body());
    }

    @Test
    void commandsOfTheOldFormFollowOneAnother() {
        String commands = IntStream.range(0, 50)
                .mapToObj(i -> "{\"method\":\"publish\",\"params\":{\"channel\":\"kept:old\",\"data\":" + i + "}}")
                .collect(Collectors.joining("\n"));

        String[] lines = old(commands).body().split("\n");

        assertEquals(50, lines.length);
        for (int i = 0; i < 50; i++) {
            assertTrue(lines[i].contains("\"offset\":" + (i + 1) + ","), lines[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "{}",
                "{\"method\":\"nope\",\"params\":{}}",
                "{\"method\":\"publish\",\"params\":[]}",
                "{\"method\":\"publish\",\"params\":{\"channel\":1}}",
                "{\"method\":\"info\",\"params\":{}} x",
                "{\"method\":\"info\"",
                "[]"
            })
    void whatIsNoOldFormIsABadRequest(String body) {
        assertEquals(400, old(body).status());
    }

    private BackEnd.Answer old(String body) {
        return backEnd.send("POST", "/api", body, "X-API-Key", BackEnd.KEY);
    }
}
