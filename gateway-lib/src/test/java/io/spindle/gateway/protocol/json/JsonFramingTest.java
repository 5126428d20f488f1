package io.spindle.gateway.protocol.json;

import static io.spindle.gateway.protocol.json.Json.assertMalformed;
import static io.spindle.gateway.protocol.json.Json.decode;
import static io.spindle.gateway.protocol.json.Json.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.DecodedFrame;
import io.spindle.gateway.protocol.Encoding;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFramingTest {
    private static final String A = "{\"id\":1,\"presence\":{\"channel\":\"a\"}}";
    private static final String B = "{\"id\":2,\"presence\":{\"channel\":\"b\"}}";
    private static final Command COMMAND_A = new Command.Presence(1, "a");
    private static final Command COMMAND_B = new Command.Presence(2, "b");

    @Test
    void newlineSeparatesCommands() {
        assertEquals(new DecodedFrame(List.of(COMMAND_A, COMMAND_B), false), decode(A + "\n" + B));
    }

    @Test
    void oneTrailingNewlineIsIgnored() {
        assertEquals(new DecodedFrame(List.of(COMMAND_A), false), decode(A + "\n"));
    }

    @Test
    void carriageReturnIsWhiteSpace() {
        assertEquals(new DecodedFrame(List.of(COMMAND_A, COMMAND_B), false), decode(A + "\r\n" + B + "\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {A + "\n\n" + B, A + "\n\n", A + "\n\r\n", A + "\n{\"id\":", A + "\n[]", A + "\n" + B + B})
    void commandsBeforeTheFaultAreReturned(String frame) {
        assertEquals(new DecodedFrame(List.of(COMMAND_A), true), decode(frame));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " ", "\r\n", "\n" + A})
    void frameWithoutCommandAtItsStartIsMalformed(String frame) {
        assertMalformed(frame);
    }

    @ParameterizedTest
    @ValueSource(strings = {A + " " + B, A + B, A + "1", A + "}", A + ",", A + " null"})
    void twoValuesOnOneLineAreMalformedAndNeitherIsReturned(String frame) {
        assertMalformed(frame);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "1", "\"a\"", "true", "{", "{\"id\":1", "{\"id\":1,}", "{'id':1}", "{id:1}", "//\n{}"})
    void whatIsNoObjectIsMalformed(String frame) {
        assertMalformed(frame);
    }

    @Test
    void emptyObjectIsTheEmptyCommand() {
        assertEquals(new DecodedFrame(List.of(new Command.Empty(0)), false), decode("{}"));
        assertEquals(new DecodedFrame(List.of(new Command.Empty(0)), false), decode("null"));
    }

    @Test
    void bytesOutsidePositionAndLimitAreNotTouched() {
        byte[] surrounded = ("x" + A + "y").getBytes(StandardCharsets.UTF_8);
        ByteBuffer slice = ByteBuffer.wrap(surrounded, 1, A.length());

        assertEquals(new DecodedFrame(List.of(COMMAND_A), false), Json.CODEC.decode(slice));
        assertEquals(new DecodedFrame(List.of(COMMAND_A), false), Json.CODEC.decode(slice.slice()));
        assertEquals(new DecodedFrame(List.of(COMMAND_A), false), Json.CODEC.decode(slice.asReadOnlyBuffer()));
    }

    @Test
    void pingIsAnEmptyObjectAndANewlineSeparates() {
        assertEquals(Encoding.JSON, Json.CODEC.encoding());
        assertEquals("{}", text(Json.CODEC.ping()));
        assertEquals("\n", text(Json.CODEC.separator()));
    }
}
