package io.spindle.gateway.protocol.json;

import static io.spindle.gateway.protocol.json.Json.CODEC;
import static io.spindle.gateway.protocol.json.Json.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.ClientInfo;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.Push;
import io.spindle.gateway.protocol.StreamPosition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pushes as the protocol's reference server writes them. */
class JsonPushTest {
    private static final Optional<Payload> NONE = Optional.empty();
    private static final ClientInfo BOB = new ClientInfo(
            "bob",
            "2c28d7de",
            Optional.of(Payload.json("{\"name\":\"bob\"}")),
            Optional.of(Payload.json("{\"role\":\"member\"}")));

    @Test
    void publicationOfAClientNamesIt() {
        assertEquals(
                "{\"push\":{\"channel\":\"jl\",\"pub\":{\"data\":{\"t\":\"hi\"},\"info\":{\"user\":\"bob\","
                        + "\"client\":\"2c28d7de\",\"conn_info\":{\"name\":\"bob\"},\"chan_info\":{\"role\":\"member\"}}}}}",
                text(pub("jl", "{\"t\":\"hi\"}", Optional.of(BOB))));
    }

    @Test
    void publicationOfTheServerNamesNobody() {
        assertEquals("{\"push\":{\"channel\":\"jl\",\"pub\":{\"data\":1}}}", text(pub("jl", "1", Optional.empty())));
    }

    @Test
    void publicationWithoutDataIsWrittenAllTheSame() {
        assertEquals("{\"push\":{\"channel\":\"jl\",\"pub\":{}}}", text(pub("jl", "", Optional.empty())));
    }

    @Test
    void userAndClientAreWrittenAlsoWhenEmpty() {
        ClientInfo nobody = new ClientInfo("", "", NONE, NONE);

        assertEquals(
                "{\"push\":{\"channel\":\"a\",\"pub\":{\"data\":1,\"info\":{\"user\":\"\",\"client\":\"\"}}}}",
                text(pub("a", "1", Optional.of(nobody))));
    }

    @Test
    void joinAndLeave() {
        ClientInfo info = new ClientInfo("u9", "c9", NONE, NONE);

        assertEquals(
                "{\"push\":{\"channel\":\"news\",\"join\":{\"info\":{\"user\":\"u9\",\"client\":\"c9\"}}}}",
                text(CODEC.push(new Push.Join("news", info))));
        assertEquals(
                "{\"push\":{\"channel\":\"news\",\"leave\":{\"info\":{\"user\":\"u9\",\"client\":\"c9\"}}}}",
                text(CODEC.push(new Push.Leave("news", info))));
    }

    @Test
    void unsubscribeAndDisconnect() {
        assertEquals(
                "{\"push\":{\"channel\":\"news\",\"unsubscribe\":{\"code\":2000,\"reason\":\"server unsubscribe\"}}}",
                text(CODEC.push(new Push.Unsubscribe("news", 2000, "server unsubscribe"))));
        assertEquals(
                "{\"push\":{\"disconnect\":{\"code\":3501,\"reason\":\"bad request\"}}}",
                text(CODEC.push(new Push.Disconnect(3501, "bad request"))));
    }

    @Test
    void publicationInAStreamHasItsOffsetAndTheFirstItsEpoch() {
        Publication publication = new Publication(Payload.json("{\"i\":0}"), Optional.empty());

        assertEquals(
                "{\"push\":{\"channel\":\"r\",\"pub\":{\"data\":{\"i\":0},\"offset\":1,\"tags\":{\"t\":\"B\\\"C\"},\"epoch\":\"Lmek\"}}}",
                text(CODEC.push(new Push.Pub(
                        "r", publication.withTags(Map.of("t", "B\"C")).at(new StreamPosition(1, "Lmek"))))));
        assertEquals(
                "{\"push\":{\"channel\":\"r\",\"pub\":{\"data\":{\"i\":0},\"offset\":2}}}",
                text(CODEC.push(new Push.Pub("r", publication.at(new StreamPosition(2, "Lmek"))))));
    }

    @Test
    void allTagsAreWritten() {
        Publication publication =
                new Publication(Payload.json("1"), Optional.empty()).withTags(Map.of("a", "", "", "b", "\u00fc", "c"));
        String push = text(CODEC.push(new Push.Pub("r", publication)));

        assertEquals(
                "{\"push\":{\"channel\":\"r\",\"pub\":{\"data\":1,\"tags\":{".length()
                        + "\"a\":\"\",\"\":\"b\",\"ü\":\"c\"".length(),
                push.length() - "}}}}".length());
        for (String tag : List.of("\"a\":\"\"", "\"\":\"b\"", "\"ü\":\"c\"")) {
            assertTrue(push.contains(tag), push);
        }
    }

    @Test
    void differenceIsMarked() {
        Publication patch = new Publication(Payload.json("1"), Optional.of(BOB))
                .at(new StreamPosition(7, "e"))
                .withTags(Map.of("k", "v"))
                .withData(Payload.json("\"1R\\nP@0,1:111@Q,3AAary;\""), true);

        assertEquals(
                "{\"push\":{\"channel\":\"r\",\"pub\":{\"data\":\"1R\\nP@0,1:111@Q,3AAary;\",\"info\":{\"user\":\"bob\","
                        + "\"client\":\"2c28d7de\",\"conn_info\":{\"name\":\"bob\"},\"chan_info\":{\"role\":\"member\"}},"
                        + "\"offset\":7,\"tags\":{\"k\":\"v\"},\"delta\":true}}}",
                text(CODEC.push(new Push.Pub("r", patch))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "10",
                "9007199254740993",
                "9223372036854775807",
                "9223372036854775808",
                "9999999999999999999",
                "10000000000000000000",
                "18446744073709551609",
                "18446744073709551615"
            })
    void offsetsAreUnsignedNumbersOfSixtyFourBits(String offset) {
        Publication publication = new Publication(Payload.json("1"), Optional.empty())
                .at(new StreamPosition(Long.parseUnsignedLong(offset), ""));

        assertEquals(
                "{\"push\":{\"channel\":\"r\",\"pub\":{\"data\":1,\"offset\":" + offset + "}}}",
                text(CODEC.push(new Push.Pub("r", publication))));
    }

    @Test
    void subscribe() {
        assertEquals(
                "{\"push\":{\"channel\":\"news\",\"subscribe\":{}}}",
                text(CODEC.push(new Push.Subscribe("news", false, false, StreamPosition.ZERO, NONE))));
        assertEquals(
                "{\"push\":{\"channel\":\"news\",\"subscribe\":{\"recoverable\":true,\"epoch\":\"SUxd\",\"offset\":3,"
                        + "\"positioned\":true,\"data\":{\"a\":1}}}}",
                text(CODEC.push(new Push.Subscribe(
                        "news", true, true, new StreamPosition(3, "SUxd"), Optional.of(Payload.json("{\"a\":1}"))))));
    }

    @Test
    void messageAndRefreshHaveNoChannel() {
        assertEquals(
                "{\"push\":{\"message\":{\"data\":[1]}}}", text(CODEC.push(new Push.Message(Payload.json("[1]")))));
        assertEquals(
                "{\"push\":{\"refresh\":{\"expires\":true,\"ttl\":60}}}", text(CODEC.push(new Push.Refresh(true, 60))));
        assertEquals("{\"push\":{\"refresh\":{}}}", text(CODEC.push(new Push.Refresh(false, 0))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{⏎  \"a\": 1⏎}   | {  \"a\": 1}",
                "⏎⏎1⏎            | 1",
                "[1,⏎2]          | [1,2]",
                "{\"u\": 1}      | {\"u\": 1}",
                "{\"b\":1,\"a\":2} | {\"b\":1,\"a\":2}",
                "\"\\n<&>ü\"     | \"\\n<&>ü\""
            })
    void dataIsWrittenAsItIsButForRawNewlines(String data, String written) {
        assertEquals(
                "{\"push\":{\"channel\":\"a\",\"pub\":{\"data\":" + written + "}}}",
                text(pub("a", data.replace('⏎', '\n'), Optional.empty())));
    }

    @Test
    void carriageReturnsAndTabsInDataStay() {
        assertEquals(
                "{\"push\":{\"channel\":\"a\",\"pub\":{\"data\":[1,\r\t2]}}}",
                text(pub("a", "[1,\r\n\t2]", Optional.empty())));
    }

    @Test
    void textsAreEscapedWhereTheyMustBe() {
        assertEquals(
                "{\"push\":{\"channel\":\"\\\"\\\\/\\n\\r\\t\\u0000\\u001f\\u0008<>&\u007f\",\"pub\":{\"data\":1}}}",
                text(pub("\"\\/\n\r\t\0\u001f\b<>&\u007f", "1", Optional.empty())));
    }

    @Test
    void textsAreUtf8() {
        assertEquals(
                "{\"push\":{\"channel\":\"aä€😀\u2028z\",\"pub\":{\"data\":1}}}",
                text(pub("aä€😀\u2028z", "1", Optional.empty())));
        assertEquals(
                "{\"push\":{\"channel\":\"\ufffd\ufffdx\ufffd\",\"pub\":{\"data\":1}}}",
                text(pub("\ude00\ud83dx\ud83d", "1", Optional.empty())));
    }

    @Test
    void longTextsAndDataFit() {
        String channel = "ü\n".repeat(10_000);
        String data = "\"" + "x".repeat(100_000) + "\"";

        assertEquals(
                "{\"push\":{\"channel\":\"" + "ü\\n".repeat(10_000) + "\",\"pub\":{\"data\":" + data + "}}}",
                text(pub(channel, data, Optional.empty())));
    }

    private static byte[] pub(String channel, String data, Optional<ClientInfo> info) {
        return CODEC.push(new Push.Pub(channel, new Publication(Payload.json(data), info)));
    }
}
