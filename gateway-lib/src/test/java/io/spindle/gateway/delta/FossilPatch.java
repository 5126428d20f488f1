package io.spindle.gateway.delta;

import java.util.Arrays;

/** Applies patches in Fossil's delta format, as clients do: the format read by somebody else than its writer. */
public final class FossilPatch {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~";

    private final byte[] source;
    private final byte[] patch;
    private int at;

    private FossilPatch(byte[] source, byte[] patch) {
        this.source = source;
        this.patch = patch;
    }

    /** @throws CorruptPatchException if the patch is not one, or not one for this source */
    public static byte[] apply(byte[] source, byte[] patch) {
        return new FossilPatch(source, patch).result();
    }

    private byte[] result() {
        int size = number();
        expect('\n');
        require(size >= 0 && size <= 64 * 1024 * 1024, "size");
        byte[] result = new byte[size];
        int done = 0;
        while (true) {
            int number = number();
            switch (next()) {
                case '@' -> {
                    int from = number();
                    expect(',');
                    require(number >= 0 && from >= 0 && number <= source.length - from, "copy past the source");
                    require(number <= size - done, "more than the size");
                    System.arraycopy(source, from, result, done, number);
                    done += number;
                }
                case ':' -> {
                    require(number >= 0 && number <= patch.length - at, "literal past the patch");
                    require(number <= size - done, "more than the size");
                    System.arraycopy(patch, at, result, done, number);
                    done += number;
                    at += number;
                }
                case ';' -> {
                    require(done == size, "less than the size");
                    require(number == checksum(result), "checksum");
                    require(at == patch.length, "more than a patch");
                    return result;
                }
                default -> throw new CorruptPatchException("operator");
            }
        }
    }

    static int checksum(byte[] bytes) {
        int sum = 0;
        byte[] padded = Arrays.copyOf(bytes, (bytes.length + 3) / 4 * 4);
        for (int i = 0; i < padded.length; i++) {
            sum += (padded[i] & 0xFF) << (24 - 8 * (i % 4));
        }
        return sum;
    }

    private int number() {
        long number = 0;
        int start = at;
        for (int digit; at < patch.length && (digit = DIGITS.indexOf(patch[at])) >= 0; at++) {
            number = number << 6 | digit;
            require(number <= 0xFFFF_FFFFL, "number");
        }
        require(at > start, "number");
        return (int) number;
    }

    private byte next() {
        require(at < patch.length, "end");
        return patch[at++];
    }

    private void expect(char mark) {
        require(next() == mark, "mark");
    }

    private static void require(boolean rule, String what) {
        if (!rule) {
            throw new CorruptPatchException(what);
        }
    }

    /** Not a patch, or not one for the source. */
    public static final class CorruptPatchException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CorruptPatchException(String what) {
            super(what);
        }
    }
}
