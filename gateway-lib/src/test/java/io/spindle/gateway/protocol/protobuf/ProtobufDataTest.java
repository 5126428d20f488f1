package io.spindle.gateway.protocol.protobuf;

import static io.spindle.gateway.protocol.protobuf.Wire.command;
import static io.spindle.gateway.protocol.protobuf.Wire.hex;
import static io.spindle.gateway.protocol.protobuf.Wire.message;
import static io.spindle.gateway.protocol.protobuf.Wire.record;
import static io.spindle.gateway.protocol.protobuf.Wire.string;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.Command;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data is bytes; whether they are JSON decides who can be sent them. */
class ProtobufDataTest {
    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\n \"a\" : 1\n}", "null", " 1 ", "\"ü\"", "123456789012345678901234567890.0e1"})
    void oneJsonValueIsJson(String text) {
        assertEquals(new Command.Publish(0, "", Payload.json(text), 0), command(record(message(7, string(2, text)))));
        assertEquals(new Command.Rpc(0, "", Payload.json(text)), command(record(message(13, string(1, text)))));
        assertEquals(new Command.Send(0, Payload.json(text)), command(record(message(12, string(1, text)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "{", "1 2", "{}{}", " ", "\ufeff{}", "{\"a\":1,}", "'a'", "NaN"})
    void otherTextIsBinary(String text) {
        Payload expected = Payload.binary(text.getBytes(StandardCharsets.UTF_8));

        assertEquals(new Command.Publish(0, "", expected, 0), command(record(message(7, string(2, text)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "ff", "22ff22", "22eda08022", "3100"})
    void otherBytesAreBinaryAndUntouched(String digits) {
        Payload expected = Payload.binary(hex(digits));

        assertEquals(new Command.Publish(0, "", expected, 0), command(record(message(7, message(2, hex(digits))))));
    }

    @Test
    void noBytesAreNoData() {
        Command.Connect plain = new Command.Connect(0, "", Optional.empty(), Map.of(), "", "", Map.of());

        assertEquals(plain, command(record(message(4, message(2)))));
        assertEquals(command(record(message(7))), command(record(message(7, message(2)))));
        assertEquals(0, ((Command.Publish) command(record(message(7)))).data().size());
    }

    @Test
    void dataIsCopiedOutOfTheFrame() {
        for (String text : new String[] {"[1]", "abc"}) {
            byte[] frame = record(message(7, string(2, text)));
            Command.Publish publish = (Command.Publish) command(frame);
            Arrays.fill(frame, (byte) 0);

            assertEquals(text, publish.data().asText());
        }
    }
}
