package io.spindle.gateway.delta;

/** A hash of a window of 16 bytes that moves on by one byte at the cost of a few instructions. */
final class RollingHash {
    private static final int FACTOR = 0x01000193;
    private static final int FACTOR_OF_LEAVING = power(BlockIndex.BLOCK);

    private RollingHash() {}

    /** Of the window that begins there. */
    static int of(byte[] bytes, int from) {
        int hash = 0;
        for (int i = from; i < from + BlockIndex.BLOCK; i++) {
            hash = hash * FACTOR + bytes[i];
        }
        return hash;
    }

    /** Of the window one byte further, given the hash of the window that begins there. */
    static int next(int hash, byte[] bytes, int from) {
        return hash * FACTOR - bytes[from] * FACTOR_OF_LEAVING + bytes[from + BlockIndex.BLOCK];
    }

    private static int power(int exponent) {
        int power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= FACTOR;
        }
        return power;
    }
}
