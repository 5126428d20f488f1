package io.spindle.gateway.protocol.json;

import static io.spindle.gateway.protocol.json.Json.CODEC;
import static io.spindle.gateway.protocol.json.Json.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.ClientInfo;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.Push;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
