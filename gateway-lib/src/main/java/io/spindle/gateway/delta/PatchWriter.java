package io.spindle.gateway.delta;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes a patch: the size of its result, commands, the result's checksum. Numbers are unsigned, to the base of 64, the
 * most significant digit first. Confined to the call that makes the patch.
 */
final class PatchWriter {
    private static final byte[] DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~".getBytes(StandardCharsets.US_ASCII);
    private static final int BITS = 6; // of a digit
    private static final int MAX_DIGITS = 6;
    private static final int MARKS_OF_A_COPY = 3; // ':' of the literal before it, '@' and ','

    /** How much a patch may be longer than its result: size, head of the last literal, checksum and their marks. */
    private static final int OVERHEAD = 3 * (MAX_DIGITS + 1);

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] target;
    private final byte[] patch;
    private int size;

    /** Begins a patch whose result this is. */
    PatchWriter(byte[] target) {
        this.target = target;
        patch = new byte[target.length + OVERHEAD];
        number(target.length);
        patch[size++] = '\n';
    }

    /** How many bytes a copy takes, with the head of the literal before it. */
    static int copySize(int literalLength, int from, int length) {
        return digits(literalLength) + digits(length) + digits(from) + MARKS_OF_A_COPY;
    }

    /** What follows in the result is a part of the source. */
    void copy(int from, int length) {
        number(length);
        patch[size++] = '@';
        number(from);
        patch[size++] = ',';
    }

    /** What follows in the result is this part of it. */
    void literal(int from, int to) {
        number(to - from);
        patch[size++] = ':';
        System.arraycopy(target, from, patch, size, to - from);
        size += to - from;
    }

    /** Ends the patch. */
    byte[] finish() {
        number(checksum());
        patch[size++] = ';';
        return Arrays.copyOf(patch, size);
    }

    /** The sum of the result's words, the last one filled up with zeros. */
    private int checksum() {
        int sum = 0;
        int at = 0;
        for (; at + Integer.BYTES <= target.length; at += Integer.BYTES) {
            sum += (int) WORDS.get(target, at);
        }
        for (int shift = Integer.SIZE - Byte.SIZE; at < target.length; at++, shift -= Byte.SIZE) {
            sum += (target[at] & 0xFF) << shift;
        }
        return sum;
    }

    private void number(int unsigned) {
        int digits = digits(unsigned);
        int rest = unsigned;
        for (int at = size + digits - 1; at >= size; at--, rest >>>= BITS) {
            patch[at] = DIGITS[rest & DIGITS.length - 1];
        }
        size += digits;
    }

    private static int digits(int unsigned) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(unsigned | 1);
        return (bits + BITS - 1) / BITS;
    }
}
