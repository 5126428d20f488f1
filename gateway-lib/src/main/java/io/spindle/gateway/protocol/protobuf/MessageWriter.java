package io.spindle.gateway.protocol.protobuf;

import com.google.protobuf.WireFormat;
import io.spindle.gateway.api.Payload;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Writes one message from its end to its start, so that a nested message is complete when its length is needed: nothing
 * is measured first, nothing copied. <b>Fields are written in descending order of their numbers</b>; readers then find
 * them ascending. A field is left out at its zero value.
 *
 * <p>Confined to the call that encodes the message; nothing of it is kept.
 */
final class MessageWriter {
    // Most messages are an envelope of some 200 bytes and data; a small one is cut to size at the end.
    private static final int ENVELOPE = 256;
    private static final int MAX_VARINT = 10; // bytes, of 64 bits

    private byte[] bytes;
    private int start;

    /** @param dataBytes how much application data will be written, to save growing */
    MessageWriter(int dataBytes) {
        bytes = new byte[ENVELOPE + dataBytes];
        start = bytes.length;
    }

    /** How much is written; marks the end of a nested message that is written next. */
    int size() {
        return bytes.length - start;
    }

    /** Completes a nested message, which stands there also if it is empty. */
    void message(int field, int end) {
        varint(size() - end);
        tag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED);
    }

    void uint32(int field, int unsigned) {
        uint64(field, Integer.toUnsignedLong(unsigned));
    }

    void uint64(int field, long unsigned) {
        if (unsigned != 0) {
            varint(unsigned);
            tag(field, WireFormat.WIRETYPE_VARINT);
        }
    }

    void bool(int field, boolean value) {
        uint32(field, value ? 1 : 0);
    }

    void string(int field, String value) {
        if (!value.isEmpty()) {
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            reserve(utf8.length);
            start -= utf8.length;
            System.arraycopy(utf8, 0, bytes, start, utf8.length);
            varint(utf8.length);
            tag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        }
    }

    void data(int field, Payload value) {
        if (!value.isEmpty()) {
            reserve(value.size());
            start -= value.size();
            value.copyTo(bytes, start);
            varint(value.size());
            tag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        }
    }

    void data(int field, Optional<Payload> value) {
        if (value.isPresent()) {
            data(field, value.get());
        }
    }

    /** The message with its length in front. */
    byte[] toRecord() {
        varint(size());
        return Arrays.copyOfRange(bytes, start, bytes.length);
    }

    private void tag(int field, int wireType) {
        varint(field << 3 | wireType);
    }

    private void varint(long unsigned) {
        reserve(MAX_VARINT);
        int length = 1;
        for (long rest = unsigned >>> 7; rest != 0; rest >>>= 7) {
            length++;
        }
        start -= length;
        long rest = unsigned;
        for (int i = 0; i < length - 1; i++, rest >>>= 7) {
            bytes[start + i] = (byte) (rest | 0x80);
        }
        bytes[start + length - 1] = (byte) rest;
    }

    private void reserve(int more) {
        if (start < more) {
            byte[] larger = new byte[Math.max(2 * bytes.length, size() + more)];
            int newStart = larger.length - size();
            System.arraycopy(bytes, start, larger, newStart, size());
            bytes = larger;
            start = newStart;
        }
    }
}
