package io.spindle.gateway.protocol.protobuf;

import static io.spindle.gateway.protocol.protobuf.Wire.assertMalformed;
import static io.spindle.gateway.protocol.protobuf.Wire.command;
import static io.spindle.gateway.protocol.protobuf.Wire.hex;
import static io.spindle.gateway.protocol.protobuf.Wire.join;
import static io.spindle.gateway.protocol.protobuf.Wire.message;
import static io.spindle.gateway.protocol.protobuf.Wire.number;
import static io.spindle.gateway.protocol.protobuf.Wire.record;
import static io.spindle.gateway.protocol.protobuf.Wire.string;
import static io.spindle.gateway.protocol.protobuf.Wire.varint;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.FilterNode;
import io.spindle.gateway.protocol.StreamPosition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields newer than the SDK's schema, and Protobuf's own rules. */
class ProtobufFieldsTest {
    private static final byte[] UNKNOWN = join(
            number(1000, -1),
            string(1001, "x"),
            hex("c53e 01020304"),
            hex("c13e 0102030405060708"),
            group(1003, number(1, 7)));

    private static final FilterNode EMPTY = FilterNode.EMPTY;

    @Test
    void connect() {
        byte[] subs = message(
                3, string(1, "s"), message(2, number(3, 1), string(6, "e"), number(7, -1), string(12, "fossil")));

        assertEquals(
                new Command.Connect(
                        1,
                        "t",
                        Optional.of(Payload.json("{}")),
                        Map.of("s", new Command.Resume(Optional.of(new StreamPosition(-1, "e")), "fossil")),
                        "java",
                        "1",
                        Map.of("a", "1", "b", "", "", "2", "c", "4")),
                command(record(
                        number(1, 1),
                        message(
                                4,
                                string(1, "t"),
                                string(2, "{}"),
                                subs,
                                string(4, "java"),
                                string(5, "1"),
                                message(6, string(1, "a"), string(2, "1")),
                                message(6, string(1, "b")),
                                message(6, string(2, "2")),
                                message(6, string(1, "c"), string(2, "3")),
                                message(6, string(2, "4"), string(1, "c")),
                                number(7, 1),
                                string(8, "d"),
                                string(9, "p")))));
    }

    @Test
    void subscribe() {
        byte[] filter = message(13, string(1, "and"), message(6, string(2, "k"), string(5, "v"), string(5, "w")));
        FilterNode child = new FilterNode("", "k", "", "", List.of("v", "w"), List.of());

        assertEquals(
                new Command.Subscribe(
                        2,
                        "c",
                        "t",
                        Optional.of(Payload.json("1")),
                        Optional.of(new StreamPosition(9, "e")),
                        true,
                        true,
                        true,
                        "fossil",
                        Optional.of(new FilterNode("and", "", "", "", List.of(), List.of(child))),
                        3,
                        4),
                command(record(
                        number(1, 2),
                        message(
                                5,
                                string(1, "c"),
                                string(2, "t"),
                                number(3, 1),
                                string(6, "e"),
                                number(7, 9),
                                string(8, "1"),
                                number(9, 1),
                                number(10, 1),
                                number(11, 1),
                                string(12, "fossil"),
                                filter,
                                number(14, 3),
                                number(15, 4),
                                number(16, 2),
                                string(17, "cursor"),
                                number(18, -1),
                                number(19, 1)))));
    }

    @Test
    void emptyFilterIsPresent() {
        Command.Subscribe subscribe = (Command.Subscribe) command(record(message(5, message(13))));

        assertEquals(Optional.of(EMPTY), subscribe.filter());
    }

    @Test
    void publishHistoryAndSubRefresh() {
        assertEquals(
                new Command.Publish(3, "c", Payload.json("[]"), 1),
                command(record(
                        number(1, 3),
                        message(7, string(1, "c"), string(2, "[]"), number(3, 1), string(4, "k"), number(5, 1)))));
        assertEquals(
                new Command.History(4, "c", -1, Optional.of(new StreamPosition(3, "e")), true),
                command(record(
                        number(1, 4),
                        message(
                                10,
                                string(1, "c"),
                                number(7, -1),
                                message(8, number(1, 3), string(2, "e")),
                                number(9, 1)))));
        assertEquals(
                new Command.SubRefresh(5, "c", "t", 2),
                command(record(
                        number(1, 5),
                        message(
                                15,
                                string(1, "c"),
                                string(2, "t"),
                                number(3, 2),
                                message(4, string(1, "s"), message(2, string(1, "k"), number(2, 7))),
                                string(5, "u")))));
    }

    @ParameterizedTest
    @CsvSource({"4, 5", "5, 6", "6, 7", "7, 8", "8, 9", "9, 10", "10, 13", "13, 12", "12, 14", "14, 15", "15, 11"})
    void ofSeveralRequestsTheFirstInTheListOfMethodsCounts(int first, int second) {
        Command expected = command(record(message(first)));

        assertEquals(expected, command(record(message(first), message(second))));
        assertEquals(expected, command(record(message(second), message(first))));
    }

    @Test
    void commandWithoutUsableRequestIsEmpty() {
        assertEquals(new Command.Empty(3), command(record(number(1, 3))));
        assertEquals(new Command.Empty(3), command(record(number(1, 3), message(11))));
        assertEquals(new Command.Empty(3), command(record(number(1, 3), message(16), message(2), message(3))));
    }

    @Test
    void unknownFieldsAreSkippedAtAnyDepth() {
        assertEquals(
                new Command.Subscribe(
                        1,
                        "a",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        false,
                        false,
                        "",
                        Optional.of(new FilterNode("", "", "", "", List.of(), List.of(EMPTY))),
                        0,
                        0),
                command(record(
                        UNKNOWN,
                        number(1, 1),
                        UNKNOWN,
                        message(5, UNKNOWN, string(1, "a"), message(13, UNKNOWN, message(6, UNKNOWN)), UNKNOWN))));
        assertEquals(
                new Command.Connect(
                        1,
                        "",
                        Optional.empty(),
                        Map.of("", new Command.Resume(Optional.empty(), "")),
                        "",
                        "",
                        Map.of("k", "v")),
                command(record(
                        number(1, 1),
                        message(
                                4,
                                message(3, UNKNOWN, message(2, UNKNOWN)),
                                message(6, UNKNOWN, string(1, "k"), UNKNOWN, string(2, "v"))))));
    }

    @Test
    void knownNumberOfAnotherWireTypeIsUnknown() {
        assertEquals(
                new Command.Publish(1, "c", Payload.json(""), 0),
                command(record(
                        number(1, 1),
                        string(1, "not an id"),
                        message(7, string(1, "c"), number(1, 5), number(2, 5), string(3, "not a type")))));
        assertEquals(new Command.Empty(1), command(record(number(1, 1), number(7, 1))));
    }

    @Test
    void theLastOfAScalarCountsAndMessagesAreMerged() {
        assertEquals(
                new Command.Publish(2, "b", Payload.json("1"), 0),
                command(record(
                        number(1, 1),
                        message(7, string(1, "a"), string(2, "1")),
                        number(1, 2),
                        message(7, string(1, "b")))));
    }

    @Test
    void positionThatComesTwiceIsMerged() {
        assertEquals(
                new Command.History(0, "", 0, Optional.of(new StreamPosition(3, "e")), false),
                command(record(message(10, message(8, number(1, 3)), message(8, string(2, "e"))))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ffffffffffffffffff ed", "ffffffffffffffffff 80 01", "ffffffffffffffffffffffff"})
    void numbersLongerThanTenBytesAreMalformed(String varint) {
        byte[] bad = hex(varint);
        assertMalformed(record(varint(1 << 3), bad));
        assertMalformed(record(message(5, varint(7 << 3), bad)));
        assertMalformed(record(message(5, varint(3 << 3), bad)));
        assertMalformed(record(message(5, varint(14 << 3), bad)));
        assertMalformed(record(message(7, varint(3 << 3), bad)));
        assertMalformed(record(message(10, message(8, varint(1 << 3), bad))));
        assertMalformed(record(message(10, varint(99 << 3), bad)));
        assertMalformed(join(bad, new byte[20]));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "4294967295, -1", "4294967296, 0", "-1, -1"})
    void idIsCutToThirtyTwoBits(long written, int read) {
        assertEquals(new Command.Empty(read), command(record(number(1, written))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "c3", "c080", "eda080", "f4908080", "ff"})
    void textsMustBeUtf8(String hex) {
        byte[] bad = hex(hex);
        for (int field : new int[] {1, 4, 5, 8, 9}) {
            assertMalformed(record(message(4, message(field, bad))));
        }
        for (int field : new int[] {1, 2, 6, 12, 17}) {
            assertMalformed(record(message(5, message(field, bad))));
        }
        for (int request : new int[] {6, 7, 8, 9, 10, 14, 15}) {
            assertMalformed(record(message(request, message(1, bad))));
        }
        assertMalformed(record(message(4, message(6, message(1, bad)))));
        assertMalformed(record(message(4, message(6, message(2, bad)))));
        assertMalformed(record(message(4, message(3, message(1, bad)))));
        assertMalformed(record(message(4, message(3, message(2, message(6, bad))))));
        assertMalformed(record(message(5, message(13, message(6, message(5, bad))))));
        assertMalformed(record(message(7, message(4, bad))));
        assertMalformed(record(message(10, message(8, message(2, bad)))));
        assertMalformed(record(message(13, message(2, bad))));
        assertMalformed(record(message(15, message(4, message(2, message(1, bad))))));
        assertMalformed(record(message(15, message(4, message(1, bad)))));
        assertMalformed(record(message(15, message(5, bad))));
    }

    @Test
    void groupsNestedDeepAreMalformed() {
        byte[] nested = new byte[0];
        for (int depth = 0; depth < 5_000; depth++) {
            nested = join(varint(1000 << 3 | 3), nested);
        }
        assertMalformed(record(nested));
    }

    private static byte[] group(int number, byte[] fields) {
        return join(varint(number << 3 | 3), fields, varint(number << 3 | 4));
    }
}
