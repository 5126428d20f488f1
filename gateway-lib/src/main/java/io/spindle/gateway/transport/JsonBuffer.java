package io.spindle.gateway.transport;

import io.spindle.gateway.api.Payload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/** JSON being written as UTF-8 bytes. Confined to its thread, used again and again. */
final class JsonBuffer {
    private static final int INITIAL_BYTES = 1_024;
    /** A buffer that one large event has blown up is not kept for the life of its thread. */
    private static final int LARGEST_KEPT_BYTES = 256 * 1_024;

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final int NANO_DIGITS = 9;
    /** {@code \}{@code u001f}: no character of a string needs more. */
    private static final int LONGEST_ESCAPE = 6;

    private byte[] bytes = new byte[INITIAL_BYTES];
    private int length;
    private long formattedSecond = Long.MIN_VALUE;
    private String formatted = "";

    void reset() {
        length = 0;
        if (bytes.length > LARGEST_KEPT_BYTES) {
            bytes = new byte[INITIAL_BYTES];
        }
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** Text without a character that needs an escape. */
    @SuppressWarnings("deprecation") // getBytes(int, int, byte[], int) is what copies ASCII without a look at it
    JsonBuffer ascii(String text) {
        ensure(text.length());
        text.getBytes(0, text.length(), bytes, length);
        length += text.length();
        return this;
    }

    JsonBuffer ascii(byte[] text) {
        ensure(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        return this;
    }

    /** A JSON string; an unpaired surrogate becomes U+FFFD, as UTF-8 has no form for it. */
    JsonBuffer string(String text) {
        int chars = text.length();
        ensure(chars * LONGEST_ESCAPE + 2);
        bytes[length++] = '"';
        for (int i = 0; i < chars; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                oneByte((byte) c);
            } else if (c < 0x800) {
                bytes[length++] = (byte) (0xC0 | c >> 6);
                bytes[length++] = (byte) (0x80 | c & 0x3F);
            } else if (Character.isHighSurrogate(c) && i + 1 < chars && Character.isLowSurrogate(text.charAt(i + 1))) {
                int codePoint = Character.toCodePoint(c, text.charAt(++i));
                bytes[length++] = (byte) (0xF0 | codePoint >> 18);
                bytes[length++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
                bytes[length++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
                bytes[length++] = (byte) (0x80 | codePoint & 0x3F);
            } else {
                int codePoint = Character.isSurrogate(c) ? 0xFFFD : c;
                bytes[length++] = (byte) (0xE0 | codePoint >> 12);
                bytes[length++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
                bytes[length++] = (byte) (0x80 | codePoint & 0x3F);
            }
        }
        bytes[length++] = '"';
        return this;
    }

    /** A JSON string of text that is UTF-8 already. */
    JsonBuffer string(Payload utf8) {
        int size = utf8.size();
        ensure(size * LONGEST_ESCAPE + 2);
        bytes[length++] = '"';
        for (int i = 0; i < size; i++) {
            oneByte(utf8.byteAt(i));
        }
        bytes[length++] = '"';
        return this;
    }

    /** RFC 3339 in UTC, with as many digits of the second as there are. */
    JsonBuffer timestamp(Instant instant) {
        if (instant.getEpochSecond() != formattedSecond) {
            // Many events share a second: formatting it is the dear part.
            formatted = SECONDS.format(instant);
            formattedSecond = instant.getEpochSecond();
        }
        ascii("\"").ascii(formatted);
        fraction(instant.getNano());
        return ascii("Z\"");
    }

    private void fraction(int nanos) {
        if (nanos == 0) {
            return;
        }
        ensure(NANO_DIGITS + 1);
        bytes[length++] = '.';
        int rest = nanos;
        for (int i = NANO_DIGITS - 1; i >= 0; i--) {
            bytes[length + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += NANO_DIGITS;
        while (bytes[length - 1] == '0') {
            length--;
        }
    }

    private void oneByte(byte b) {
        if (b == '"' || b == '\\') {
            bytes[length++] = '\\';
            bytes[length++] = b;
        } else if (b >= 0 && b < ' ') {
            control(b);
        } else {
            bytes[length++] = b;
        }
    }

    private void control(byte b) {
        bytes[length++] = '\\';
        switch (b) {
            case '\n' -> bytes[length++] = 'n';
            case '\r' -> bytes[length++] = 'r';
            case '\t' -> bytes[length++] = 't';
            case '\b' -> bytes[length++] = 'b';
            case '\f' -> bytes[length++] = 'f';
            default -> {
                ascii("u00");
                bytes[length++] = HEX[b >> 4];
                bytes[length++] = HEX[b & 0xF];
            }
        }
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
