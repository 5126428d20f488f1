package io.spindle.gateway.metrics;

import com.codahale.metrics.Counter;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One counter per known reason, resolved beforehand; every other reason (a host's policy may give any text) counts as
 * {@code custom}, so that no free text becomes a label. Thread-safe.
 */
final class ReasonCounters {
    static final String CUSTOM = "custom";

    private final Map<String, Counter> known;
    private final Counter custom;

    ReasonCounters(Set<String> reasons, Function<String, Counter> counterOfReason) {
        known = reasons.stream().collect(Collectors.toUnmodifiableMap(reason -> reason, counterOfReason));
        custom = counterOfReason.apply(CUSTOM);
    }

    void increment(String reason) {
        known.getOrDefault(reason, custom).inc();
    }
}
