package io.spindle.gateway.protocol.protobuf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.DecodedFrame;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Protobuf's wire format, field by field. */
final class Wire {
    static final ProtobufCodec CODEC = new ProtobufCodec();

    private Wire() {}

    static DecodedFrame decode(byte[] frame) {
        return CODEC.decode(ByteBuffer.wrap(frame));
    }

    /** The only command of a well-formed frame. */
    static Command command(byte[] frame) {
        DecodedFrame decoded = decode(frame);
        assertFalse(decoded.malformed());
        assertEquals(1, decoded.commands().size());
        return decoded.commands().get(0);
    }

    static void assertMalformed(byte[] frame) {
        assertEquals(new DecodedFrame(List.of(), true), decode(frame), () -> text(frame));
    }

    /** Bytes from hexadecimal digits with blanks between them. */
    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static String text(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    /** A message with its length in front. */
    static byte[] record(byte[]... fields) {
        byte[] message = join(fields);
        return join(varint(message.length), message);
    }

    static byte[] message(int number, byte[]... fields) {
        return join(varint(number << 3 | 2), record(fields));
    }

    static byte[] string(int number, String value) {
        return message(number, value.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] number(int number, long value) {
        return join(varint(number << 3), varint(value));
    }

    static byte[] varint(long value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long rest = value;
        for (; (rest & ~0x7FL) != 0; rest >>>= 7) {
            bytes.write((int) (rest & 0x7F | 0x80));
        }
        bytes.write((int) rest);
        return bytes.toByteArray();
    }
}
