package io.spindle.gateway.protocol;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** What a broken or malicious client makes of a good frame. */
public final class HostileBytes {
    private HostileBytes() {}

    /** The frame cut, with flipped bits, with bytes put in, taken out, repeated or overwritten. */
    public static byte[] damaged(byte[] frame, RandomGenerator random) {
        byte[] damaged = frame.clone();
        for (int faults = 1 + random.nextInt(3); faults > 0; faults--) {
            damaged = damagedOnce(damaged, random);
        }
        return damaged;
    }

    private static byte[] damagedOnce(byte[] frame, RandomGenerator random) {
        if (frame.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        int at = random.nextInt(frame.length);
        byte[] damaged = frame.clone();
        switch (random.nextInt(5)) {
            case 0 -> {
                return Arrays.copyOf(frame, at);
            }
            case 1 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> damaged[at] = (byte) random.nextInt();
            case 3 -> {
                return spliced(frame, at, new byte[] {(byte) random.nextInt()});
            }
            default -> {
                return spliced(frame, at, Arrays.copyOfRange(frame, at, at + random.nextInt(frame.length - at) + 1));
            }
        }
        return damaged;
    }

    private static byte[] spliced(byte[] frame, int at, byte[] more) {
        byte[] longer = Arrays.copyOf(frame, frame.length + more.length);
        System.arraycopy(more, 0, longer, at, more.length);
        System.arraycopy(frame, at, longer, at + more.length, frame.length - at);
        return longer;
    }
}
