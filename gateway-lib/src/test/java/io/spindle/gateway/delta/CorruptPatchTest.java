package io.spindle.gateway.delta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.delta.FossilPatch.CorruptPatchException;
import io.spindle.gateway.protocol.HostileBytes;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The decoder that judges the patches is strict itself. */
class CorruptPatchTest {
    private static final byte[] SOURCE = "The quick brown fox jumps over the lazy dog".getBytes(UTF_8);
    private static final byte[] TARGET = "XX The quick brown fox jumps over the lazy dog YY".getBytes(UTF_8);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "m",
                "m3:XX g@0,3: YY3iRL~D;",
                "m\n3:XX g@0;3: YY3iRL~D;",
                "m\n3:XX h@0,3: YY3iRL~D;",
                "m\n3:XX g@1,3: YY3iRL~D;",
                "m\n3:XX g@0,~: YY3iRL~D;",
                "m\n3:XX g@0,3! YY3iRL~D;",
                "m\n3:XX g@0,3: YY3iRL~D",
                "m\n3:XX g@0,3: YY",
                "l\n3:XX g@0,3: YY3iRL~D;",
                "n\n3:XX g@0,3: YY3iRL~D;",
                "m\n3:XX g@0,3: YY3iRL~E;",
                "m\n3:XX g@0,3: YZ3iRL~D;",
                "m\n3:XX g@0,3: YY3iRL~D;;"
            })
    @Proves("D9")
    void corruptPatchesAreRejected(String patch) {
        assertThrows(CorruptPatchException.class, () -> FossilPatch.apply(SOURCE, patch.getBytes(UTF_8)));
    }

    @Test
    @Proves("D9")
    void everyCutIsRejected() {
        byte[] patch = FossilDelta.ofBytes(SOURCE, TARGET);
        for (int length = 0; length < patch.length; length++) {
            byte[] cut = Arrays.copyOf(patch, length);
            assertThrows(CorruptPatchException.class, () -> FossilPatch.apply(SOURCE, cut));
        }
    }

    @Test
    void damagedPatchesAreRejectedOrMeanTheSameSum() {
        byte[] patch = FossilDelta.ofBytes(SOURCE, TARGET);
        Random random = new Random(7);
        int rejected = 0;
        for (int round = 0; round < 20_000; round++) {
            try {
                byte[] result = FossilPatch.apply(SOURCE, HostileBytes.damaged(patch, random));
                assertTrue(result.length <= 64 * 64 * 64);
            } catch (CorruptPatchException expected) {
                rejected++;
            }
        }
        assertTrue(rejected > 19_000, "only so many: " + rejected);
    }
}
