package io.spindle.gateway.protocol.json;

import static io.spindle.gateway.protocol.json.Json.command;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.FilterNode;
import io.spindle.gateway.protocol.StreamPosition;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonCommandTest {
    private static final Payload NOTHING = Payload.json("");

    @Test
    void connect() {
        assertEquals(
                new Command.Connect(1, "alice", Optional.empty(), Map.of(), "", "", Map.of()),
                command("{\"id\":1,\"connect\":{\"token\":\"alice\"}}"));
        assertEquals(
                new Command.Connect(
                        1,
                        "t",
                        Optional.of(Payload.json("{\"a\": 1}")),
                        Map.of(
                                "rec:s1",
                                new Command.Resume(Optional.of(new StreamPosition(1, "e")), "fossil"),
                                "other",
                                new Command.Resume(Optional.empty(), ""),
                                "gone",
                                new Command.Resume(Optional.empty(), "")),
                        "js",
                        "5.2",
                        Map.of("X-A", "1", "X-B", "")),
                command(
                        "{\"id\":1,\"connect\":{\"token\":\"t\",\"data\":{\"a\": 1},\"name\":\"js\",\"version\":\"5.2\","
                                + "\"headers\":{\"X-A\":\"1\",\"X-B\":null},\"flag\":1,\"dict\":\"d\",\"profile\":\"p\","
                                + "\"subs\":{\"rec:s1\":{\"recover\":true,\"epoch\":\"e\",\"offset\":1,\"delta\":\"fossil\"},\"other\":{},\"gone\":null}}}"));
    }

    @Test
    void subscribe() {
        assertEquals(
                new Command.Subscribe(
                        2,
                        "news",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        false,
                        false,
                        "",
                        Optional.empty(),
                        0,
                        0),
                command("{\"id\":2,\"subscribe\":{\"channel\":\"news\"}}"));
        assertEquals(
                new Command.Subscribe(
                        2,
                        "news",
                        "t",
                        Optional.of(Payload.json("1")),
                        Optional.of(new StreamPosition(-1, "e")),
                        true,
                        false,
                        true,
                        "fossil",
                        Optional.of(FilterNode.EMPTY),
                        3,
                        4),
                command(
                        "{\"id\":2,\"subscribe\":{\"channel\":\"news\",\"token\":\"t\",\"recover\":true,\"epoch\":\"e\","
                                + "\"offset\":18446744073709551615,\"data\":1,\"positioned\":true,\"recoverable\":false,"
                                + "\"join_leave\":true,\"delta\":\"fossil\",\"tf\":{},\"flag\":3,\"type\":4,\"phase\":2,"
                                + "\"cursor\":\"c\",\"limit\":100,\"asc\":true}}"));
    }

    @Test
    void positionCountsOnlyIfTheClientAsksToRecover() {
        Command.Subscribe subscribe = (Command.Subscribe)
                command("{\"id\":2,\"subscribe\":{\"channel\":\"news\",\"epoch\":\"e\",\"offset\":7}}");
        assertEquals(Optional.empty(), subscribe.recover());

        Command.Connect connect = (Command.Connect)
                command("{\"id\":1,\"connect\":{\"subs\":{\"news\":{\"epoch\":\"e\",\"offset\":7}}}}");
        assertEquals(Map.of("news", new Command.Resume(Optional.empty(), "")), connect.subs());
    }

    @Test
    void publish() {
        assertEquals(
                new Command.Publish(3, "news", Payload.json("{\"t\":\"hi\"}"), 0),
                command("{\"id\":3,\"publish\":{\"channel\":\"news\",\"data\":{\"t\":\"hi\"}}}"));
        assertEquals(
                new Command.Publish(3, "news", NOTHING, 1),
                command("{\"id\":3,\"publish\":{\"channel\":\"news\",\"type\":1,\"key\":\"k\",\"removed\":true}}"));
    }

    @Test
    void theOthers() {
        assertEquals(new Command.Unsubscribe(4, "news"), command("{\"id\":4,\"unsubscribe\":{\"channel\":\"news\"}}"));
        assertEquals(new Command.Presence(5, "news"), command("{\"id\":5,\"presence\":{\"channel\":\"news\"}}"));
        assertEquals(
                new Command.PresenceStats(6, "news"), command("{\"id\":6,\"presence_stats\":{\"channel\":\"news\"}}"));
        assertEquals(
                new Command.History(7, "news", -1, Optional.of(new StreamPosition(3, "e")), true),
                command("{\"id\":7,\"history\":{\"channel\":\"news\",\"limit\":-1,"
                        + "\"since\":{\"offset\":3,\"epoch\":\"e\"},\"reverse\":true}}"));
        assertEquals(
                new Command.History(7, "news", 0, Optional.of(StreamPosition.ZERO), false),
                command("{\"id\":7,\"history\":{\"channel\":\"news\",\"since\":{}}}"));
        assertEquals(
                new Command.History(7, "news", 0, Optional.empty(), false),
                command("{\"id\":7,\"history\":{\"channel\":\"news\",\"since\":null}}"));
        assertEquals(
                new Command.Rpc(8, "m", Payload.json("[]")),
                command("{\"id\":8,\"rpc\":{\"method\":\"m\",\"data\":[]}}"));
        assertEquals(new Command.Rpc(8, "", NOTHING), command("{\"id\":8,\"rpc\":{}}"));
        assertEquals(new Command.Send(9, Payload.json("true")), command("{\"id\":9,\"send\":{\"data\":true}}"));
        assertEquals(new Command.Send(0, NOTHING), command("{\"send\":{}}"));
        assertEquals(new Command.Refresh(10, "t"), command("{\"id\":10,\"refresh\":{\"token\":\"t\"}}"));
        assertEquals(
                new Command.SubRefresh(11, "news", "t", 1),
                command(
                        "{\"id\":11,\"sub_refresh\":{\"channel\":\"news\",\"token\":\"t\",\"type\":1,\"track\":["
                                + "{\"signature\":\"s\",\"items\":[{\"key\":\"k\",\"version\":7},null]}],\"untrack\":[\"u\",null]}}"));
    }

    @Test
    void commandWithoutKnownRequestIsEmpty() {
        assertEquals(new Command.Empty(2), command("{\"id\":2,\"frobnicate\":{\"id\":7}}"));
        assertEquals(new Command.Empty(1), command("{\"id\":1,\"method\":\"connect\",\"params\":{}}"));
        assertEquals(new Command.Empty(3), command("{\"id\":3,\"ping\":{}}"));
        assertEquals(new Command.Empty(4), command("{\"id\":4,\"publish\":null}"));
    }

    @ParameterizedTest
    @CsvSource({
        "connect, subscribe",
        "subscribe, unsubscribe",
        "unsubscribe, publish",
        "publish, presence",
        "presence, presence_stats",
        "presence_stats, history",
        "history, rpc",
        "rpc, send",
        "send, refresh",
        "refresh, sub_refresh",
        "sub_refresh, ping"
    })
    void ofSeveralRequestsTheFirstInTheListOfMethodsCounts(String first, String second) {
        Command expected = command("{\"" + first + "\":{}}");

        assertEquals(expected, command("{\"" + first + "\":{},\"" + second + "\":{}}"));
        assertEquals(expected, command("{\"" + second + "\":{},\"" + first + "\":{}}"));
    }

    @Test
    void idMayStandAnywhere() {
        assertEquals(new Command.Presence(7, "a"), command("{\"presence\":{\"channel\":\"a\"},\"id\":7}"));
    }
}
