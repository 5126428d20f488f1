package io.spindle.gateway.delta;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** What becomes of data from one publication to the next: parts stay, move, go, or are new. */
final class Variation {
    private static final int[] CHARACTERS = {
        'a', 'b', '"', '\n', 0x7F, 0x80, 'ä', 'ö', 0x7FF, 0x800, '—', '–', 0xFFFD, 0x10000, 0x1F600, 0x1F601
    };

    private Variation() {}

    static byte[] ofBytes(byte[] source, Random random) {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        for (int parts = random.nextInt(6); parts > 0; parts--) {
            int from = random.nextInt(source.length + 1);
            int to = from + random.nextInt(source.length - from + 1);
            target.writeBytes(Arrays.copyOfRange(source, from, to));
            byte[] fresh = new byte[random.nextInt(8)];
            random.nextBytes(fresh);
            target.writeBytes(fresh);
        }
        return target.toByteArray();
    }

    static String ofText(String source, Random random) {
        int[] points = source.codePoints().toArray();
        StringBuilder target = new StringBuilder();
        for (int parts = random.nextInt(6); parts > 0; parts--) {
            int from = random.nextInt(points.length + 1);
            int to = from + random.nextInt(points.length - from + 1);
            target.append(new String(points, from, to - from)).append(text(random, random.nextInt(3)));
        }
        return target.toString();
    }

    /** Characters of all lengths, with many neighbours that share their first bytes. */
    static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(CHARACTERS[random.nextInt(CHARACTERS.length)]);
        }
        return text.toString();
    }
}
