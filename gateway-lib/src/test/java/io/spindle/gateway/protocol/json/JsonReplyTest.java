package io.spindle.gateway.protocol.json;

import static io.spindle.gateway.protocol.json.Json.CODEC;
import static io.spindle.gateway.protocol.json.Json.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.ClientInfo;
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
    private static final Result SUBSCRIBED =
            new Result.Subscribe(false, 0, false, false, StreamPosition.ZERO, List.of(), false, false, NONE, false);

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

    @Test
    void binaryDataIsNeverWritten() {
        Result binary = new Result.Rpc(Optional.of(Payload.binary(new byte[] {1})));

        assertThrows(IllegalArgumentException.class, () -> CODEC.reply(1, binary));
    }
}
