package io.spindle.gateway.protocol.json;

import static io.spindle.gateway.protocol.json.Json.assertMalformed;
import static io.spindle.gateway.protocol.json.Json.command;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.FilterNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values a field takes. */
class JsonFieldTypesTest {
    private static final String STRINGS = "connect.token connect.name connect.version connect.dict connect.profile"
            + " subscribe.channel subscribe.token subscribe.epoch subscribe.delta subscribe.cursor unsubscribe.channel"
            + " publish.channel publish.key presence.channel presence_stats.channel history.channel history.since.epoch"
            + " rpc.method refresh.token sub_refresh.channel sub_refresh.token subscribe.tf.op subscribe.tf.key"
            + " subscribe.tf.cmp subscribe.tf.val connect.headers.any connect.subs.any.token";
    private static final String INT32S =
            "subscribe.type subscribe.phase subscribe.limit publish.type history.limit" + " sub_refresh.type";
    private static final String INT64S = "connect.flag subscribe.flag";
    private static final String UINT64S = "subscribe.offset history.since.offset connect.subs.any.offset";
    private static final String BOOLS = "subscribe.recover subscribe.positioned subscribe.recoverable"
            + " subscribe.join_leave subscribe.asc publish.removed history.reverse";
    private static final String OBJECTS = "connect subscribe unsubscribe publish presence presence_stats history rpc"
            + " send refresh sub_refresh ping history.since subscribe.tf connect.subs connect.subs.any connect.headers";
    private static final FilterNode EMPTY = FilterNode.EMPTY;
    private static final String ARRAYS = "subscribe.tf.vals subscribe.tf.nodes sub_refresh.track sub_refresh.untrack";

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "{}", "[]", "[\"a\"]"})
    void stringFieldsTakeStrings(String wrong) {
        assertTaken(STRINGS, "\"\"", "\"text\"", "null");
        assertRefused(STRINGS, wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "true", "{}", "[]", "1.0", "1e0", "0.5", "-2147483649", "2147483648", "1e400"})
    void int32FieldsTakeThirtyTwoBits(String wrong) {
        assertTaken(INT32S, "0", "1", "-1", "-2147483648", "2147483647", "null");
        assertRefused(INT32S, wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "1.0", "9223372036854775808", "-9223372036854775809", "100000000000000000000"})
    void int64FieldsTakeSixtyFourBits(String wrong) {
        assertTaken(INT64S, "0", "-9223372036854775808", "9223372036854775807", "null");
        assertRefused(INT64S, wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "-1", "18446744073709551616", "99999999999999999999", "-9223372036854775808"})
    void uint64FieldsTakeSixtyFourBits(String wrong) {
        assertTaken(UINT64S, "0", "18446744073709551615", "null");
        assertRefused(UINT64S, wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"true\"", "1", "0", "{}", "[]", "True", "tru"})
    void booleanFieldsTakeBooleans(String wrong) {
        assertTaken(BOOLS, "true", "false", "null");
        assertRefused(BOOLS, wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"", "1", "true", "[]", "[{}]"})
    void messageFieldsTakeObjects(String wrong) {
        assertTaken(OBJECTS, "{}", "null");
        assertRefused(OBJECTS, wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"", "1", "true", "{}", "[1]", "[[]]"})
    void listFieldsTakeLists(String wrong) {
        assertTaken(ARRAYS, "[]", "[null]", "[null,null]", "null");
        assertRefused(ARRAYS, wrong);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "4294967295, -1", "null, 0"})
    void idIsAnUnsignedNumberOfThirtyTwoBits(String id, int bits) {
        assertEquals(new Command.Empty(bits), command("{\"id\":" + id + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "4294967296", "-1", "1.0", "1e3", "true", "{}", "01", "+1", "1_000", "NaN"})
    void idOfAnotherTypeOrOutOfRangeIsMalformed(String id) {
        assertMalformed("{\"id\":" + id + ",\"presence\":{\"channel\":\"a\"}}");
    }

    @Test
    void veryLongNumberIsRefusedWithoutBeingConverted() {
        assertMalformed("{\"id\":" + "9".repeat(60_000) + "}");
    }

    @Test
    void unknownFieldsAreSkippedAtAnyDepth() {
        String unknown = "\"x\":{\"id\":[1,{\"id\":\"a\"}],\"channel\":7}";

        assertEquals(
                subscribe(1, "a", node("", EMPTY)),
                command("{" + unknown + ",\"id\":1,\"subscribe\":{" + unknown + ",\"channel\":\"a\",\"tf\":{" + unknown
                        + ",\"nodes\":[{" + unknown + "}]}}}"));
        assertEquals(
                new Command.Connect(
                        1,
                        "t",
                        Optional.empty(),
                        Map.of("a", new Command.Resume(Optional.empty(), "")),
                        "",
                        "",
                        Map.of()),
                command("{\"id\":1,\"connect\":{\"subs\":{\"a\":{" + unknown + "}}," + unknown + ",\"token\":\"t\"}}"));
    }

    @Test
    void unknownFieldsMayComeTwice() {
        assertEquals(new Command.Empty(1), command("{\"x\":1,\"id\":1,\"x\":2}"));
    }

    @Test
    void namesAreCaseSensitive() {
        assertEquals(new Command.Empty(0), command("{\"ID\":1,\"Presence\":{\"channel\":\"a\"}}"));
        assertEquals(new Command.Presence(0, "b"), command("{\"presence\":{\"Channel\":\"a\",\"channel\":\"b\"}}"));
    }

    @Test
    void namesMayBeEscaped() {
        assertEquals(new Command.Empty(5), command("{\"\\u0069d\":5}"));
        assertMalformed("{\"id\":5,\"\\u0069d\":5}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":1,\"id\":1}",
                "{\"id\":null,\"id\":1}",
                "{\"id\":1,\"publish\":{},\"publish\":{}}",
                "{\"id\":1,\"publish\":null,\"publish\":{}}",
                "{\"id\":1,\"publish\":{\"channel\":\"a\",\"channel\":\"a\"}}",
                "{\"id\":1,\"publish\":{\"data\":1,\"data\":1}}",
                "{\"id\":1,\"publish\":{\"key\":\"\",\"key\":\"\"}}",
                "{\"id\":1,\"subscribe\":{\"tf\":{\"op\":\"a\",\"op\":\"b\"}}}",
                "{\"id\":1,\"subscribe\":{\"tf\":{\"nodes\":[{\"val\":\"\",\"val\":\"\"}]}}}",
                "{\"id\":1,\"history\":{\"since\":{\"offset\":1,\"offset\":1}}}",
                "{\"id\":1,\"connect\":{\"headers\":{\"a\":\"1\",\"a\":\"2\"}}}",
                "{\"id\":1,\"connect\":{\"subs\":{\"a\":{},\"a\":{}}}}"
            })
    void knownFieldThatComesTwiceIsMalformed(String frame) {
        assertMalformed(frame);
    }

    @Test
    void fieldsOfOneNameInDifferentMessagesAreNotTwice() {
        assertEquals(
                subscribe(1, "a", node("and", node("or", EMPTY, EMPTY), EMPTY)),
                command("{\"id\":1,\"subscribe\":{\"channel\":\"a\",\"tf\":{\"op\":\"and\",\"nodes\":"
                        + "[{\"op\":\"or\",\"nodes\":[{\"op\":\"\"},{\"op\":\"\"}]},{\"op\":\"\"}],\"key\":\"\"}}}"));
    }

    @Test
    void requestThatIsNotTheFirstIsCheckedToo() {
        assertMalformed("{\"id\":1,\"connect\":{},\"publish\":{\"channel\":1}}");
    }

    @Test
    void nullIsAValueForData() {
        assertEquals(
                new Command.Publish(1, "a", Payload.json("null"), 0),
                command("{\"id\":1,\"publish\":{\"channel\":\"a\",\"data\":null}}"));
        assertEquals(
                new Command.Connect(1, "", Optional.of(Payload.json("null")), Map.of(), "", "", Map.of()),
                command("{\"id\":1,\"connect\":{\"data\":null}}"));
    }

    private static FilterNode node(String op, FilterNode... children) {
        return new FilterNode(op, "", "", "", List.of(), List.of(children));
    }

    private static Command.Subscribe subscribe(int id, String channel, FilterNode filter) {
        return new Command.Subscribe(
                id,
                channel,
                "",
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                false,
                "",
                Optional.of(filter),
                0,
                0);
    }

    private static void assertTaken(String paths, String... values) {
        for (String path : paths.split(" ")) {
            for (String value : values) {
                command(at(path, value));
            }
        }
    }

    private static void assertRefused(String paths, String value) {
        for (String path : paths.split(" ")) {
            assertMalformed(at(path, value));
        }
    }

    /** A command with the value where the path says. */
    private static String at(String path, String value) {
        String json = value;
        String[] names = path.split("\\.");
        for (int i = names.length - 1; i >= 0; i--) {
            json = "{\"" + names[i] + "\":" + json + "}";
        }
        return json;
    }
}
