package io.spindle.gateway.protocol.json;

import io.spindle.gateway.api.Payload;
import java.util.Arrays;

/** Bytes of a JSON text as it grows. Confined to the call that encodes a message; nothing of it is kept. */
final class Utf8Buffer {
    private static final int MAX_ESCAPE = 6; // bytes that a char takes at most, as an escape
    private static final int MAX_DIGITS = 20; // of uint64
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private byte[] bytes;
    private int size;

    /** @param expectedBytes a guess that saves growing */
    Utf8Buffer(int expectedBytes) {
        bytes = new byte[expectedBytes];
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** The byte written last; there must be one. */
    byte last() {
        return bytes[size - 1];
    }

    void put(char ascii) {
        reserve(1);
        bytes[size++] = (byte) ascii;
    }

    void put(byte[] ready) {
        reserve(ready.length);
        System.arraycopy(ready, 0, bytes, size, ready.length);
        size += ready.length;
    }

    /** The number as decimal digits. */
    void putUnsigned(long value) {
        reserve(MAX_DIGITS);
        long rest = value;
        int start = size;
        if (rest < 0) { // as a signed number, that is: it has all 64 bits
            bytes[size++] = (byte) ('0' + Long.remainderUnsigned(rest, 10));
            rest = Long.divideUnsigned(rest, 10);
        }
        do {
            bytes[size++] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        for (int low = start, high = size - 1; low < high; low++, high--) {
            byte digit = bytes[low];
            bytes[low] = bytes[high];
            bytes[high] = digit;
        }
    }

    /** Data as it is, but for raw newlines: they separate messages, and are mere white space inside a value. */
    void putJson(Payload json) {
        reserve(json.size());
        json.copyTo(bytes, size);
        int end = size + json.size();
        for (int at = size; at < end; at++) {
            if (bytes[at] != '\n') {
                bytes[size++] = bytes[at];
            }
        }
    }

    /** The text in quotes, escaped where it must be. */
    void putString(String text) {
        int length = text.length();
        reserve(length + 2);
        bytes[size++] = '"';
        int at = 0;
        while (at < length && isPlain(text.charAt(at))) {
            bytes[size++] = (byte) text.charAt(at++);
        }
        if (at < length) {
            putRest(text, at);
        }
        bytes[size++] = '"';
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x80 && c != '"' && c != '\\';
    }

    private void putRest(String text, int from) {
        reserve(MAX_ESCAPE * (text.length() - from) + 1);
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (isPlain(c)) {
                bytes[size++] = (byte) c;
            } else if (c < 0x80) {
                putEscape(c);
            } else if (c < 0x800) {
                bytes[size++] = (byte) (0xC0 | c >> 6);
                bytes[size++] = (byte) (0x80 | c & 0x3F);
            } else if (!Character.isSurrogate(c)) {
                putThreeBytes(c);
            } else if (text.codePointAt(at) != c) {
                putFourBytes(text.codePointAt(at++));
            } else {
                putThreeBytes(Surrogates.REPLACEMENT);
            }
        }
    }

    private void putEscape(char c) {
        bytes[size++] = '\\';
        switch (c) {
            case '"', '\\' -> bytes[size++] = (byte) c;
            case '\n' -> bytes[size++] = 'n';
            case '\r' -> bytes[size++] = 'r';
            case '\t' -> bytes[size++] = 't';
            default -> {
                bytes[size++] = 'u';
                bytes[size++] = '0';
                bytes[size++] = '0';
                bytes[size++] = HEX[c >> 4];
                bytes[size++] = HEX[c & 0xF];
            }
        }
    }

    private void putThreeBytes(char c) {
        bytes[size++] = (byte) (0xE0 | c >> 12);
        bytes[size++] = (byte) (0x80 | c >> 6 & 0x3F);
        bytes[size++] = (byte) (0x80 | c & 0x3F);
    }

    private void putFourBytes(int codePoint) {
        bytes[size++] = (byte) (0xF0 | codePoint >> 18);
        bytes[size++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
        bytes[size++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
        bytes[size++] = (byte) (0x80 | codePoint & 0x3F);
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
