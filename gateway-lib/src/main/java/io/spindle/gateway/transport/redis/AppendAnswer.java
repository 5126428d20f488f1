package io.spindle.gateway.transport.redis;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the append script found.
 *
 * @param fullChannels with {@link Outcome#CHANNELS_FULL} only
 */
record AppendAnswer(Outcome outcome, Set<String> fullChannels) {
    enum Outcome {
        APPENDED,
        /** This batch, or a later one of ours, is in already: counts as appended. */
        DUPLICATE,
        /** The worker is being retired; it may open again or be gone soon. */
        SEALED,
        /** The worker is retired for good. */
        GONE,
        /** Nothing says what kind of worker this is. */
        UNKNOWN,
        /** The worker is a managed one: the names of the channels are wanted. */
        MANAGED,
        FULL,
        CHANNELS_FULL
    }

    static AppendAnswer of(List<Object> answer) {
        Outcome outcome = Outcome.valueOf(((String) answer.get(0)).toUpperCase(Locale.ROOT));
        Set<String> names = answer.stream().skip(1).map(String.class::cast).collect(Collectors.toUnmodifiableSet());
        return new AppendAnswer(outcome, names);
    }
}
