package io.spindle.gateway.routing;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rendezvous hashing, a contract with workers in other languages: the score of (a, b) is FNV-1a 64 over the UTF-8 bytes
 * of a, a zero byte, and b, finished as in MurmurHash3. The highest score wins, compared unsigned, ties by the greater
 * id. A lost route is found again by it, as long as the candidates are the same.
 */
public final class RendezvousHash {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private RendezvousHash() {}

    public static long score(String a, String b) {
        return finish(add(add(FNV_OFFSET, a) * FNV_PRIME, b)); // a zero byte is a multiplication alone
    }

    /** The candidate with the highest score of (name, candidate), if there is one at all. */
    public static Optional<String> choose(String name, Collection<String> candidates) {
        @Nullable String best = null;
        long bestScore = 0;
        for (String candidate : candidates) {
            long score = score(name, candidate);
            int order = best == null ? 1 : Long.compareUnsigned(score, bestScore);
            if (best == null || order > 0 || (order == 0 && candidate.compareTo(best) > 0)) {
                best = candidate;
                bestScore = score;
            }
        }
        return Optional.ofNullable(best);
    }

    private static long add(long hash, String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * FNV_PRIME;
        }
        return hash;
    }

    private static long finish(long hash) {
        hash ^= hash >>> 33;
        hash *= 0xff51afd7ed558ccdL;
        hash ^= hash >>> 33;
        hash *= 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
