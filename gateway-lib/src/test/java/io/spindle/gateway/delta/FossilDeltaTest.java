package io.spindle.gateway.delta;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.conformance.Proves;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FossilDeltaTest {
    private static final String FOX = "The quick brown fox jumps over the lazy dog";

    static Stream<Arguments> pairsOfTheReference() {
        return Stream.of(
                pair("", "", "0\n0:0;"),
                pair("", "abc", "3\n3:abc1XObC0;"),
                pair("abc", "", "0\n0:0;"),
                pair("x".repeat(32), "", "0\n0;"),
                pair("0123456789abcdef", "0123456789abcdef", "G\nG:0123456789abcdef12xn;"),
                pair("0123456789abcdefg", "0123456789abcdefg", "H\nH@0,1c12xn;"),
                pair(FOX, "XX " + FOX + " YY", "m\n3:XX g@0,3: YY3iRL~D;"),
                pair(
                        "{\"sym\":\"BTC\",\"price\":50000,\"vol\":1200}",
                        "{\"sym\":\"BTC\",\"price\":50001,\"vol\":1200}",
                        "b\nP@0,D:1,\"vol\":1200}Bdh3q;"));
    }

    private static Arguments pair(String source, String target, String patch) {
        return Arguments.of(source.getBytes(UTF_8), target.getBytes(UTF_8), patch);
    }

    @ParameterizedTest
    @MethodSource("pairsOfTheReference")
    @Proves("D8")
    void patchesAreThoseOfTheReference(byte[] source, byte[] target, String patch) {
        assertArrayEquals(target, FossilPatch.apply(source, patch.getBytes(UTF_8)));
        assertEquals(patch, new String(FossilDelta.ofBytes(source, target), UTF_8));
        assertEquals(patch, new String(FossilDelta.ofText(source, target), UTF_8));
    }

    @Test
    void bytesThatAreNoTextAreTakenAsTheyAre() {
        byte[] target = new byte[5];
        Arrays.fill(target, (byte) 0xFF);
        byte[] patch = FossilDelta.ofBytes("a".getBytes(UTF_8), target);

        assertEquals("5\n5:ÿÿÿÿÿ3z~~~~;", new String(patch, ISO_8859_1));
        assertArrayEquals(target, FossilPatch.apply("a".getBytes(UTF_8), patch));
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "a, 1X0000", "ab, 1XOW00", "abc, 1XObC0", "abcd, 1XObD_", "abcde, 36ObD_"})
    void checksumIsTheSumOfWords(String target, String checksum) {
        String patch = new String(FossilDelta.ofBytes(new byte[0], target.getBytes(UTF_8)), UTF_8);

        assertEquals(checksum + ";", patch.substring(patch.indexOf(':') + 1 + target.length()));
    }

    @Test
    @Proves("D7")
    void charactersAreNeverCutInText() {
        byte[] source = "{\"t\":\"äöü €uro — the quick brown fox jumps\"}".getBytes(UTF_8);
        byte[] target = "{\"t\":\"äöü €uro – the quick brown fox jumps\"}".getBytes(UTF_8);
        byte[] patch = FossilDelta.ofText(source, target);

        assertEquals("o\nK@0,3:–S@N,3rJd8J;", new String(patch, UTF_8));
        assertArrayEquals(target, FossilPatch.apply(source, patch));
    }

    @Test
    void manySmallChangesMakeSmallPatches() {
        byte[] source = records(1_000, 0).getBytes(UTF_8);
        byte[] target = records(1_000, 10).getBytes(UTF_8); // every hundredth record is another
        byte[] patch = FossilDelta.ofText(source, target);

        assertArrayEquals(target, FossilPatch.apply(source, patch));
        assertTrue(patch.length < target.length / 50, "of " + target.length + " bytes there were " + patch.length);
    }

    @Test
    void movedPartsAreFound() {
        String first = records(20, 0);
        String second = FOX.repeat(10);
        byte[] source = (first + second).getBytes(UTF_8);
        byte[] target = (second + "!" + first).getBytes(UTF_8);
        byte[] patch = FossilDelta.ofBytes(source, target);

        assertArrayEquals(target, FossilPatch.apply(source, patch));
        assertTrue(patch.length < 100, "patch of " + patch.length);
    }

    @Test
    void patchIsNeverMuchLongerThanItsResult() {
        Random random = new Random(3);
        for (int size : List.of(0, 1, 15, 16, 17, 100, 4096, 100_000)) {
            byte[] source = bytes(random, size, 256);
            byte[] target = bytes(random, size, 256);

            assertTrue(FossilDelta.ofBytes(source, target).length <= target.length + 21);
        }
    }

    @Test
    @Proves("D8")
    void anyBytesComeBack() {
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            byte[] source = bytes(random, random.nextInt(200), 1 + random.nextInt(4));
            byte[] target = Variation.ofBytes(source, random);

            assertArrayEquals(target, FossilPatch.apply(source, FossilDelta.ofBytes(source, target)), "seed " + seed);
        }
    }

    @Test
    @Proves("D7")
    void anyTextComesBackByAPatchThatIsText() {
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            String source = Variation.text(random, random.nextInt(120));
            String target = Variation.ofText(source, random);
            byte[] patch = FossilDelta.ofText(source.getBytes(UTF_8), target.getBytes(UTF_8));

            assertTrue(Utf8.isValid(patch), "seed " + seed);
            assertArrayEquals(target.getBytes(UTF_8), FossilPatch.apply(source.getBytes(UTF_8), patch), "seed " + seed);
        }
    }

    private static byte[] bytes(Random random, int size, int kinds) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) random.nextInt(kinds);
        }
        return bytes;
    }

    private static String records(int count, int changed) {
        StringBuilder records = new StringBuilder("[");
        for (int i = 0; i < count; i++) {
            boolean change = changed > 0 && i % (count / changed) == 7;
            records.append("{\"id\":")
                    .append(i)
                    .append(",\"price\":")
                    .append(change ? -1 : i * 37 % 1009)
                    .append("},");
        }
        return records.append("0]").toString();
    }
}
