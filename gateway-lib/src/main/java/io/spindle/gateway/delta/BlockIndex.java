package io.spindle.gateway.delta;

/**
 * Where in a source blocks of 16 bytes lie that may be equal to a given one. Those of one hash form a chain from the
 * newest to the oldest. Not modified once it is made.
 */
final class BlockIndex {
    static final int BLOCK = 16;

    /** No block. */
    static final int NONE = -1;

    private static final int SPREAD = 0x9E3779B9; // takes the hash's good bits to the top

    // Blocks' numbers plus one, so that what arrays are born with means none.
    private final int[] newestBySlot;
    private final int[] olderByBlock;
    private final int shift;

    BlockIndex(byte[] source) {
        int blocks = source.length / BLOCK;
        int bits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(blocks));
        newestBySlot = new int[1 << bits];
        olderByBlock = new int[blocks];
        shift = Integer.SIZE - bits;
        for (int block = 0; block < blocks; block++) {
            int slot = slot(RollingHash.of(source, block * BLOCK));
            olderByBlock[block] = newestBySlot[slot];
            newestBySlot[slot] = block + 1;
        }
    }

    /** The newest block whose hash may be this. */
    int newest(int hash) {
        return newestBySlot[slot(hash)] - 1;
    }

    /** The next older block of the same chain. */
    int older(int block) {
        return olderByBlock[block] - 1;
    }

    private int slot(int hash) {
        return hash * SPREAD >>> shift;
    }
}
