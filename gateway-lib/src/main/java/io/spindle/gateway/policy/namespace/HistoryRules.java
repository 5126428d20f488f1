package io.spindle.gateway.policy.namespace;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What a namespace's channels keep of publications. Size and {@code ttl} are both set or neither.
 *
 * @param size publications kept
 * @param ttl how long they are kept after the last of them, in whole seconds
 * @param metaTtl how long top offset and epoch are remembered, in whole seconds; absent: as for all namespaces
 */
public record HistoryRules(int size, Duration ttl, Optional<Duration> metaTtl) {
    /** Nothing is kept. */
    public static final HistoryRules NONE = new HistoryRules(0, Duration.ZERO, Optional.empty());

    public HistoryRules {
        Objects.requireNonNull(ttl, "ttl");
        Objects.requireNonNull(metaTtl, "metaTtl");
    }

    /** Whether there is a stream. */
    public boolean isKept() {
        return size > 0 && ttl.compareTo(Duration.ZERO) > 0;
    }
}
