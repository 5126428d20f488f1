package io.spindle.gateway.policy.namespace;

import io.spindle.gateway.api.auth.Authentication.Accepted;
import io.spindle.gateway.api.auth.ServerSubscription;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Subscribes each user to a channel of its own.
 *
 * @param namespace which the channels are in; empty for none
 * @param single ends the user's other connections, if there must not be any
 */
record PersonalChannels(ChannelSyntax syntax, String namespace, Optional<SingleConnection> single) {
    /** Fails if the user's other connections could not be ended. */
    CompletionStage<Accepted> addTo(Accepted accepted, String clientId) {
        if (accepted.userId().isEmpty()) {
            return CompletableFuture.completedFuture(accepted);
        }
        String channel = syntax.personal(namespace, accepted.userId());
        Map<String, ServerSubscription> subscriptions = new HashMap<>(accepted.subscriptions());
        subscriptions.putIfAbsent(channel, ServerSubscription.PLAIN);
        Accepted subscribed = accepted.withSubscriptions(subscriptions);
        return single.<CompletionStage<Accepted>>map(others ->
                        others.endOthers(accepted.userId(), clientId, channel).thenApply(ended -> subscribed))
                .orElseGet(() -> CompletableFuture.completedFuture(subscribed));
    }
}
