package io.spindle.gateway.protocol.protobuf;

import static io.spindle.gateway.protocol.protobuf.Wire.assertMalformed;
import static io.spindle.gateway.protocol.protobuf.Wire.command;
import static io.spindle.gateway.protocol.protobuf.Wire.decode;
import static io.spindle.gateway.protocol.protobuf.Wire.hex;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.DecodedFrame;
import io.spindle.gateway.protocol.Encoding;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtobufFramingTest {
    private static final String A = "07 08 01 42 03 0a 01 61"; // presence of "a", id 1
    private static final Command COMMAND_A = new Command.Presence(1, "a");

    @Test
    void recordsSeenOnTheWireAreRead() {
        assertEquals(
                new Command.Connect(1, "alice", Optional.empty(), Map.of(), "", "", Map.of()),
                command(hex("0b 08 01 22 07 0a 05 61 6c 69 63 65")));
        assertEquals(subscribe("jl:p", ""), command(hex("0a08022a060a046a6c3a70")));
        assertEquals(
                subscribe("rec:delta9", "fossil"), command(hex("1808022a140a0a7265633a64656c7461396206666f7373696c")));
    }

    private static Command.Subscribe subscribe(String channel, String delta) {
        return new Command.Subscribe(
                2, channel, "", Optional.empty(), Optional.empty(), false, false, false, delta, Optional.empty(), 0, 0);
    }

    @Test
    void emptyRecordIsThePong() {
        assertEquals(new Command.Empty(0), command(hex("00")));
        assertArrayEquals(hex("00"), Wire.CODEC.ping());
    }

    @Test
    void recordsFollowEachOtherWithoutSeparator() {
        assertEquals(
                new DecodedFrame(List.of(COMMAND_A, new Command.Empty(0), COMMAND_A), false),
                decode(hex(A + "00" + A)));
        assertArrayEquals(new byte[0], Wire.CODEC.separator());
        assertEquals(Encoding.PROTOBUF, Wire.CODEC.encoding());
    }

    @Test
    void emptyFrameIsMalformed() {
        assertMalformed(new byte[0]);
    }

    /** Past the end; cut within; a length of ten bytes, one that is 7 in its low 32 bits, one that never ends. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "01",
                "08 08 01 42 03 0a 01 61",
                "07 08 01",
                "80",
                "ff ff ff ff ff ff ff ff ff 01",
                "87 80 80 80 10 08 01 42 03 0a 01 61",
                "80 80 80 80 80 80 80 80 80 80 80 01",
                "ff ff ff ff 0f"
            })
    void lengthPastTheEndIsMalformedAfterTheEarlierCommands(String record) {
        assertMalformed(hex(record));
        assertEquals(new DecodedFrame(List.of(COMMAND_A), true), decode(hex(A + record)));
    }

    /** Fields that reach past their message, an unknown group left open, one closed that was not opened, tag 0. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "07 08 01 42 04 0a 01 61",
                "07 08 01 42 03 0a 02 61",
                "02 08 80",
                "01 08",
                "02 83 01",
                "01 0c",
                "02 00 00",
                "06 08 01 42 ff ff 0f",
                "0c 42 ff ff ff ff ff ff ff ff ff 01 00"
            })
    void faultInsideARecordIsMalformed(String record) {
        assertMalformed(hex(record));
        assertEquals(new DecodedFrame(List.of(COMMAND_A), true), decode(hex(A + record + A)));
    }

    @Test
    void fieldsNeverReachIntoTheNextRecord() {
        assertMalformed(hex("03 42 03 0a" + "01 61"));
    }

    @Test
    void bytesOutsidePositionAndLimitAreNotTouched() {
        byte[] surrounded = hex("ff" + A + "ff");
        ByteBuffer slice = ByteBuffer.wrap(surrounded, 1, surrounded.length - 2);

        assertEquals(new DecodedFrame(List.of(COMMAND_A), false), Wire.CODEC.decode(slice));
        assertEquals(new DecodedFrame(List.of(COMMAND_A), false), Wire.CODEC.decode(slice.slice()));
        assertEquals(new DecodedFrame(List.of(COMMAND_A), false), Wire.CODEC.decode(slice.asReadOnlyBuffer()));
    }
}
