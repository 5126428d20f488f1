package io.spindle.gateway.metrics;

import io.spindle.gateway.api.Refusal;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reasons that the gateway itself gives; label values of the contract. */
final class Reasons {
    /** Why an event did not get to its worker. */
    static final Set<String> TRANSPORT =
            Arrays.stream(Refusal.values()).map(Refusal::reason).collect(Collectors.toUnmodifiableSet());

    static final Set<String> PUBLISH = with(
            TRANSPORT,
            "permission_denied",
            "invalid_json",
            "missing_text",
            "text_too_long",
            "no_data",
            "empty",
            "invalid_channel",
            "not_available",
            "too_many_requests",
            "policy_failed");

    static final Set<String> SUBSCRIBE = Set.of(
            "empty",
            "invalid_channel",
            "permission_denied",
            "already_subscribed",
            "channel_limit",
            "invalid_token",
            "token_expired",
            "not_available",
            "too_many_requests",
            "policy_failed",
            "internal");

    private Reasons() {}

    private static Set<String> with(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Arrays.stream(more)).collect(Collectors.toUnmodifiableSet());
    }
}
