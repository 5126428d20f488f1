package io.spindle.gateway.delta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Data made to be slow is as fast as any: a search that is quadratic would take hours for these. */
class HostileDeltaTest {
    private static final int SIZE = 4 * 1024 * 1024;

    static Stream<Arguments> pairs() {
        return Stream.of(
                Arguments.of("one byte all over", filled("a"), filled("a")),
                Arguments.of("equal blocks, but for the first byte", filled("a"), filled("b" + "a".repeat(200))),
                Arguments.of("a fault every twenty bytes", filled("a"), filled("a".repeat(19) + "b")),
                Arguments.of("a fault in every block", filled("a".repeat(15) + "b"), filled("a".repeat(16) + "b")),
                Arguments.of("nearly periods", filled("ab".repeat(50) + "c"), filled("ab".repeat(49) + "d")),
                Arguments.of("characters that are always cut", filled("—"), filled("—".repeat(9) + "–")),
                Arguments.of("nothing in common", filled("a"), noise()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void timeIsLinear(String name, byte[] source, byte[] target) {
        byte[] patch = assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> Utf8.isValid(target) ? FossilDelta.ofText(source, target) : FossilDelta.ofBytes(source, target));

        assertArrayEquals(target, FossilPatch.apply(source, patch));
    }

    private static byte[] filled(String period) {
        return period.repeat(SIZE / period.getBytes(UTF_8).length).getBytes(UTF_8);
    }

    private static byte[] noise() {
        byte[] noise = new byte[SIZE];
        new Random(1).nextBytes(noise);
        return noise;
    }
}
