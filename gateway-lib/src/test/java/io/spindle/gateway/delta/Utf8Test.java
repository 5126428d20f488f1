package io.spindle.gateway.delta;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The JDK's decoder is the judge. */
class Utf8Test {
    private static final int[] EDGES = {0, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF};

    @Test
    void allPairsAreJudgedAsByTheJdk() {
        for (int first = 0; first < 256; first++) {
            assertJudgedAlike((byte) first);
            for (int second = 0; second < 256; second++) {
                assertJudgedAlike((byte) first, (byte) second);
            }
        }
    }

    @Test
    void longerSequencesAreJudgedAsByTheJdk() {
        for (int first = 0x80; first < 256; first++) {
            for (int second : EDGES) {
                for (int third : EDGES) {
                    assertJudgedAlike((byte) first, (byte) second, (byte) third);
                    assertJudgedAlike((byte) first, (byte) second, (byte) third, (byte) 0x80);
                    assertJudgedAlike((byte) first, (byte) second, (byte) third, (byte) 'a');
                }
            }
        }
    }

    @Test
    void faultsAreFoundWhereverTheyAre() {
        Random random = new Random(5);
        for (int round = 0; round < 20_000; round++) {
            byte[] text = Variation.text(random, random.nextInt(30))
                    .concat("x".repeat(random.nextInt(30)))
                    .getBytes(StandardCharsets.UTF_8);
            if (text.length > 0 && random.nextBoolean()) {
                text[random.nextInt(text.length)] = (byte) random.nextInt();
            }
            assertJudgedAlike(text);
        }
    }

    private static void assertJudgedAlike(byte... bytes) {
        boolean valid;
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            valid = true;
        } catch (CharacterCodingException notText) {
            valid = false;
        }
        assertEquals(valid, Utf8.isValid(bytes));
    }
}
