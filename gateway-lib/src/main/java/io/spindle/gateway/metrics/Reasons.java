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

    /** Why a publish was not allowed. */
    static final Set<String> PUBLISH_REJECTED = Set.of(
            "permission_denied",
            "invalid_json",
            "missing_text",
            "text_too_long",
            "no_data",
            "bad_request",
            "invalid_channel",
            "not_available",
            "unknown_channel",
            "proxy",
            "policy_failed");

    /** Why a publish was allowed and failed. */
    static final Set<String> PUBLISH_FAILED =
            Stream.concat(TRANSPORT.stream(), Stream.of("broker_error")).collect(Collectors.toUnmodifiableSet());

    /** Why a subscription was refused; {@code invalid_channel}: the policy said no. */
    static final Set<String> SUBSCRIBE_REJECTED =
            Set.of("empty", "bad_request", "invalid_channel", "permission_denied", "not_available", "policy_failed");

    /** Why a remote call was not answered with a result. */
    static final Set<String> RPC_REJECTED = Set.of(
            "method_not_found",
            "not_available",
            "application",
            "closed",
            "permission_denied",
            "bad_request",
            "invalid_channel",
            "policy_failed");

    /** Why a remote call was not answered by anybody. */
    static final Set<String> RPC_FAILED = Stream.concat(TRANSPORT.stream(), Stream.of("handler_failed", "no_reply"))
            .collect(Collectors.toUnmodifiableSet());

    private Reasons() {}
}
