package io.spindle.gateway.policy.namespace;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.channel.Decision;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Every way in which namespaces refuse. Made once: hostile clients ask for them as fast as they can. */
final class Refusals {
    static final Decision UNKNOWN_CHANNEL =
            Decision.deny(ErrorCode.UNKNOWN_CHANNEL, "unknown_channel", "no such namespace");
    static final Decision TOO_LONG =
            Decision.deny(ErrorCode.BAD_REQUEST, "invalid_channel", "the channel's name is longer than max_length");
    static final Decision BAD_NAME = Decision.deny(
            ErrorCode.BAD_REQUEST, "invalid_channel", "the channel's name is not as its namespace wants it");
    static final Decision BAD_DATA =
            Decision.deny(ErrorCode.BAD_REQUEST, "bad_request", "the data is not in the channel's format");
    static final Decision NO_PERMISSION = Decision.permissionDenied("no option of the namespace allows it");
    static final Decision PRIVATE = Decision.permissionDenied("a private channel, and no token");
    static final Decision NO_PRESENCE = Decision.notAvailable("the namespace keeps no presence");
    static final Decision NO_HISTORY = Decision.notAvailable("the namespace keeps no history");
    static final Decision NO_WORKER = Decision.notAvailable("the namespace's channels have no workers");
    static final Decision UNKNOWN_ACTION = Decision.notAvailable("nothing that namespaces know");

    static final Decision INVALID_TOKEN = Decision.permissionDenied("the subscription token is invalid");
    static final Decision EXPIRED_TOKEN =
            Decision.deny(ErrorCode.TOKEN_EXPIRED, "token_expired", "the subscription token is over, or not begun");
    static final Decision ANOTHERS_TOKEN = Decision.close(
            Disconnect.INVALID_TOKEN, "invalid_token", "the token is for another channel, user or client");

    static final Decision INVALID_TOKEN_AT_REFRESH =
            Decision.close(Disconnect.INVALID_TOKEN, "invalid_token", "the subscription token is invalid");
    static final Decision EXPIRED_TOKEN_AT_REFRESH =
            Decision.close(Disconnect.SUBSCRIPTION_EXPIRED, "token_expired", "the subscription token is over");
    static final Decision REFRESHED_BY_GATEWAY =
            Decision.close(Disconnect.BAD_REQUEST, "bad_request", "a proxy prolongs the subscription, not the client");
    static final Decision NOBODY_REFRESHES =
            Decision.close(Disconnect.SUBSCRIPTION_EXPIRED, "expired", "no proxy prolongs the subscription");

    private Refusals() {}

    static CompletionStage<Decision> stage(Decision decision) {
        return CompletableFuture.completedFuture(decision);
    }
}
