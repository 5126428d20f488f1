package io.spindle.gateway.api.channel;

import java.time.Duration;
import java.util.Objects;

/**
 * What a channel keeps of its publications: a stream, in which each has an offset, one higher than that of the one before.
 *
 * @param size publications kept; 0 for none
 * @param ttl how long they are kept after the last of them; 0 for not at all
 * @param metaTtl how long the stream's top offset and epoch are remembered after the last use; not shorter than {@code
 *     ttl}
 */
public record HistoryOptions(int size, Duration ttl, Duration metaTtl) {
    /** How long top offset and epoch are remembered where nothing else is said: 30 days. */
    public static final Duration DEFAULT_META_TTL = Duration.ofHours(720);

    /** Publications are not kept and have no offset. */
    public static final HistoryOptions NONE = new HistoryOptions(0, Duration.ZERO, DEFAULT_META_TTL);

    public HistoryOptions {
        Objects.requireNonNull(ttl, "ttl");
        Objects.requireNonNull(metaTtl, "metaTtl");
        if (size < 0 || ttl.isNegative()) {
            throw new IllegalArgumentException("history: size " + size + ", ttl " + ttl + " (expected: none below 0)");
        }
        if (metaTtl.compareTo(ttl) < 0 || metaTtl.isZero()) {
            throw new IllegalArgumentException(
                    "history: metaTtl " + metaTtl + " (expected: above 0 and not shorter than ttl, " + ttl + ")");
        }
    }

    /** The last publications, for a time. */
    public static HistoryOptions of(int size, Duration ttl) {
        return new HistoryOptions(size, ttl, ttl.compareTo(DEFAULT_META_TTL) > 0 ? ttl : DEFAULT_META_TTL);
    }

    /** Whether there is a stream. */
    public boolean isKept() {
        return size > 0 && !ttl.isZero();
    }
}
