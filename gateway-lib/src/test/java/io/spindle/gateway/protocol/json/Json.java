package io.spindle.gateway.protocol.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.DecodedFrame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Frames as text. */
final class Json {
    static final JsonCodec CODEC = new JsonCodec();

    private Json() {}

    static DecodedFrame decode(String frame) {
        return decode(frame.getBytes(StandardCharsets.UTF_8));
    }

    static DecodedFrame decode(byte[] frame) {
        return CODEC.decode(ByteBuffer.wrap(frame));
    }

    /** The only command of a well-formed frame. */
    static Command command(String frame) {
        DecodedFrame decoded = decode(frame);
        assertFalse(decoded.malformed(), () -> "malformed: " + frame);
        assertEquals(1, decoded.commands().size());
        return decoded.commands().get(0);
    }

    static void assertMalformed(String frame) {
        assertEquals(new DecodedFrame(List.of(), true), decode(frame), frame);
    }

    static String text(byte[] encoded) {
        return new String(encoded, StandardCharsets.UTF_8);
    }
}
