package io.spindle.gateway.protocol.json;

import static io.spindle.gateway.protocol.json.Json.CODEC;
import static io.spindle.gateway.protocol.json.Json.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.ClientInfo;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.Result;
import io.spindle.gateway.protocol.StreamPosition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Replies as the protocol's reference server writes them. */
class JsonReplyTest {
    private static final Optional<Payload> NONE = Optional.empty();
    private static final Result.Subscribe SUBSCRIBED =
            new Result.Subscribe(false, 0, false, false, StreamPosition.ZERO, List.of(), false, false, NONE, false);

    private static final Result.Subscribe RECOVERED = new Result.Subscribe(
            true,
            30,
            true,
            true,
            new StreamPosition(5, "JmUn"),
            List.of(
                    new Publication(Payload.json("\"{}\""), Optional.empty()).at(new StreamPosition(6, "JmUn")),
                    new Publication(Payload.json("\"1R\""), Optional.empty(), Map.of("k", "v"), 7, "", true)),
            true,
            true,
            NONE,
            true);

    @Test
    void resultWithoutFieldsIsWrittenAllTheSame() {
        assertEquals("{\"id\":3,\"publish\":{}}", text(CODEC.reply(3, new Result.Publish())));
        assertEquals("{\"id\":2,\"subscribe\":{}}", text(CODEC.reply(2, SUBSCRIBED)));
        assertEquals("{\"id\":30,\"unsubscribe\":{}}", text(CODEC.reply(30, new Result.Unsubscribe())));
        assertEquals("{\"id\":2,\"refresh\":{}}", text(CODEC.reply(2, new Result.Refresh(false, 0))));
    }

    @Test
    void connect() {
        assertEquals(
                "{\"id\":1,\"connect\":{\"client\":\"c1\",\"version\":\"0.1\",\"ping\":25,\"pong\":true}}",
                text(CODEC.reply(1, new Result.Connect("c1", "0.1", false, 0, NONE, Map.of(), 25, true, "", "", 0))));
        assertEquals(
                "{\"id\":1,\"connect\":{\"client\":\"c1\",\"version\":\"0.1\",\"expires\":true,\"ttl\":60,"
                        + "\"data\":{\"a\": 1},\"ping\":25}}",
                text(CODEC.reply(
                        1,
                        new Result.Connect(
                                "c1",
                                "0.1",
                                true,
                                60,
                                Optional.of(Payload.json("{\"a\": 1}")),
                                Map.of(),
                                25,
                                false,
                                "",
                                "",
                                0))));
    }

    @Test
    void subscribe() {
        assertEquals(
                "{\"id\":2,\"subscribe\":{\"data\":[1],\"was_recovering\":true}}",
                text(CODEC.reply(
                        2,
                        new Result.Subscribe(
                                false,
                                0,
                                false,
                                false,
                                StreamPosition.ZERO,
                                List.of(),
                                false,
                                true,
                                Optional.of(Payload.json("[1]")),
                                false))));
    }

    @Test
    void subscribeWithPositionAndWhatWasMissed() {
        assertEquals(
                "{\"id\":2,\"subscribe\":{\"expires\":true,\"ttl\":30,\"recoverable\":true,\"epoch\":\"JmUn\",\"publications\":["
                        + "{\"data\":\"{}\",\"offset\":6},{\"data\":\"1R\",\"offset\":7,\"tags\":{\"k\":\"v\"},\"delta\":true}],"
                        + "\"recovered\":true,\"offset\":5,\"positioned\":true,\"was_recovering\":true,\"delta\":true}}",
                text(CODEC.reply(2, RECOVERED)));
    }

    @Test
    void connectWithServerSideSubscriptions() {
        assertEquals(
                "{\"id\":1,\"connect\":{\"client\":\"c1\",\"version\":\"0.1\",\"subs\":{\"a \\\"b\\\"\":{}},\"ping\":25,\"pong\":true,"
                        + "\"session\":\"s1\",\"node\":\"n1\",\"time\":1700000000000}}",
                text(CODEC.reply(1, connect(Map.of("a \"b\"", SUBSCRIBED)))));

        Map<String, Result.Subscribe> two = new LinkedHashMap<>();
        two.put("a", SUBSCRIBED);
        two.put("b", RECOVERED);
        String recovered =
                text(CODEC.reply(0, RECOVERED)).replace("{\"subscribe\":", "").replaceFirst("}$", "");
        assertEquals(
                "{\"id\":1,\"connect\":{\"client\":\"c1\",\"version\":\"0.1\",\"subs\":{\"a\":{},\"b\":" + recovered
                        + "},\"ping\":25,\"pong\":true,\"session\":\"s1\",\"node\":\"n1\",\"time\":1700000000000}}",
                text(CODEC.reply(1, connect(two))));
    }

    @Test
    void historyIsAlwaysWrittenWhole() {
        assertEquals(
                "{\"id\":7,\"history\":{\"publications\":[],\"epoch\":\"\",\"offset\":0}}",
                text(CODEC.reply(7, new Result.History(List.of(), StreamPosition.ZERO))));
        ClientInfo bob = new ClientInfo("bob", "c1", NONE, NONE);
        Publication first = new Publication(Payload.json("{\n}"), Optional.of(bob)).at(new StreamPosition(1, "e"));
        Publication second = new Publication(Payload.json("2"), Optional.empty()).at(new StreamPosition(2, "e"));
        assertEquals(
                "{\"id\":7,\"history\":{\"publications\":[{\"data\":{},\"info\":{\"user\":\"bob\",\"client\":\"c1\"},\"offset\":1,"
                        + "\"epoch\":\"e\"},{\"data\":2,\"offset\":2}],\"epoch\":\"e\",\"offset\":18446744073709551615}}",
                text(CODEC.reply(7, new Result.History(List.of(first, second), new StreamPosition(-1, "e")))));
    }

    @Test
    void rpc() {
        assertEquals("{\"id\":8,\"rpc\":{}}", text(CODEC.reply(8, new Result.Rpc(NONE))));
        assertEquals(
                "{\"id\":8,\"rpc\":{\"data\":{\"year\": 2026}}}",
                text(CODEC.reply(8, new Result.Rpc(Optional.of(Payload.json("{\"year\":\n 2026}"))))));
    }

    @Test
    void presence() {
        Map<String, ClientInfo> clients = new LinkedHashMap<>();
        clients.put("c1", new ClientInfo("bob", "c1", Optional.of(Payload.json("{\"n\":1}")), NONE));
        clients.put("c2", new ClientInfo("", "c2", NONE, Optional.of(Payload.json("2"))));

        assertEquals(
                "{\"id\":3,\"presence\":{\"presence\":{\"c1\":{\"user\":\"bob\",\"client\":\"c1\",\"conn_info\":{\"n\":1}},"
                        + "\"c2\":{\"user\":\"\",\"client\":\"c2\",\"chan_info\":2}}}}",
                text(CODEC.reply(3, new Result.Presence(clients))));
    }

    @Test
    void presenceOfNobodyIsAnEmptyObject() {
        assertEquals("{\"id\":2,\"presence\":{\"presence\":{}}}", text(CODEC.reply(2, new Result.Presence(Map.of()))));
    }

    @Test
    void presenceStatsAreAlwaysWritten() {
        assertEquals(
                "{\"id\":4,\"presence_stats\":{\"num_clients\":2,\"num_users\":1}}",
                text(CODEC.reply(4, new Result.PresenceStats(2, 1))));
        assertEquals(
                "{\"id\":4,\"presence_stats\":{\"num_clients\":0,\"num_users\":0}}",
                text(CODEC.reply(4, new Result.PresenceStats(0, 0))));
    }

    @Test
    void refresh() {
        assertEquals(
                "{\"id\":2,\"refresh\":{\"expires\":true,\"ttl\":60}}",
                text(CODEC.reply(2, new Result.Refresh(true, 60))));
        assertEquals(
                "{\"id\":2,\"sub_refresh\":{\"expires\":true,\"ttl\":60}}",
                text(CODEC.reply(2, new Result.SubRefresh(true, 60))));
        assertEquals("{\"id\":2,\"sub_refresh\":{}}", text(CODEC.reply(2, new Result.SubRefresh(false, 0))));
    }

    @Test
    void errorNamesTemporaryOnlyIfItIs() {
        assertEquals(
                "{\"id\":1,\"error\":{\"code\":109,\"message\":\"token expired\"}}",
                text(CODEC.error(1, ErrorCode.TOKEN_EXPIRED)));
        assertEquals(
                "{\"id\":9,\"error\":{\"code\":400,\"message\":\"custom\",\"temporary\":true}}",
                text(CODEC.error(9, new ErrorCode(400, "custom", true))));
    }

    @Test
    void idIsUnsigned() {
        assertEquals("{\"id\":4294967295,\"publish\":{}}", text(CODEC.reply(-1, new Result.Publish())));
        assertEquals("{\"id\":2147483648,\"publish\":{}}", text(CODEC.reply(Integer.MIN_VALUE, new Result.Publish())));
        assertEquals("{\"id\":100,\"publish\":{}}", text(CODEC.reply(100, new Result.Publish())));
        assertEquals("{\"publish\":{}}", text(CODEC.reply(0, new Result.Publish())));
    }

    private static Result connect(Map<String, Result.Subscribe> subs) {
        return new Result.Connect("c1", "0.1", false, 0, NONE, subs, 25, true, "s1", "n1", 1_700_000_000_000L);
    }

    @Test
    void binaryDataIsNeverWritten() {
        Result binary = new Result.Rpc(Optional.of(Payload.binary(new byte[] {1})));

        assertThrows(IllegalArgumentException.class, () -> CODEC.reply(1, binary));
    }
}
