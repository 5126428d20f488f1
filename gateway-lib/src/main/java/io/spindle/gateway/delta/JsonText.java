package io.spindle.gateway.delta;

import java.nio.charset.StandardCharsets;

/** Text as a JSON string. */
final class JsonText {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int ESCAPE_LENGTH = 6; // of the general form, \u0000

    /** By byte: how many more it takes escaped. */
    private static final byte[] EXTRA = extra();

    private JsonText() {}

    /**
     * The bytes of the string that stands for this text, quotes included. It has no raw newlines, and is equal to the text
     * byte for byte once it is read.
     *
     * @param utf8 must be valid
     */
    static byte[] quoted(byte[] utf8) {
        int extra = 0;
        for (byte b : utf8) {
            extra += EXTRA[b & 0xFF];
        }
        byte[] quoted = new byte[utf8.length + extra + 2];
        quoted[0] = '"';
        quoted[quoted.length - 1] = '"';
        if (extra == 0) {
            System.arraycopy(utf8, 0, quoted, 1, utf8.length);
        } else {
            escape(utf8, quoted);
        }
        return quoted;
    }

    private static void escape(byte[] utf8, byte[] quoted) {
        int size = 1;
        for (byte b : utf8) {
            if (EXTRA[b & 0xFF] == 0) {
                quoted[size++] = b;
            } else {
                quoted[size++] = '\\';
                size = escaped(b, quoted, size);
            }
        }
    }

    /** Writes what follows the backslash. */
    private static int escaped(byte b, byte[] quoted, int from) {
        int size = from;
        switch (b) {
            case '\n' -> quoted[size++] = 'n';
            case '\r' -> quoted[size++] = 'r';
            case '\t' -> quoted[size++] = 't';
            case '"', '\\' -> quoted[size++] = b;
            default -> {
                quoted[size++] = 'u';
                quoted[size++] = '0';
                quoted[size++] = '0';
                quoted[size++] = HEX[b >> 4];
                quoted[size++] = HEX[b & 0xF];
            }
        }
        return size;
    }

    private static byte[] extra() {
        byte[] extra = new byte[256];
        for (int control = 0; control < ' '; control++) {
            extra[control] = ESCAPE_LENGTH - 1;
        }
        for (char simple : new char[] {'\n', '\r', '\t', '"', '\\'}) {
            extra[simple] = 1;
        }
        return extra;
    }
}
