package io.spindle.gateway.policy.namespace;

import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.auth.SubscriptionToken;
import io.spindle.gateway.auth.SubscriptionTokens;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a subscription token gives its bearer: all that its channel has, whatever the permissions say. Immutable. */
final class TokenRules {
    private static final Logger log = LoggerFactory.getLogger(TokenRules.class);

    private final ChannelNamespaces namespaces;
    private final SubscriptionTokens tokens;
    private final Grants grants;

    TokenRules(ChannelNamespaces namespaces, SubscriptionTokens tokens, Grants grants) {
        this.namespaces = namespaces;
        this.tokens = tokens;
        this.grants = grants;
    }

    /**
     * Decides by a token that a client brought.
     *
     * @param whenInvalid the answer to one that can't be believed
     * @param whenExpired the answer to one that is not of this time
     */
    CompletionStage<Decision> decide(
            ConnectedClient client, Place place, String token, Decision whenInvalid, Decision whenExpired) {
        return tokens.verify(token).thenApply(verified -> {
            if (verified instanceof SubscriptionToken.Valid valid) {
                return decide(client, place, valid);
            }
            if (verified instanceof SubscriptionToken.Invalid invalid) {
                log.debug("Subscription token refused: client={} {}", client.clientId(), invalid.reason());
                return whenInvalid;
            }
            return whenExpired;
        });
    }

    private Decision decide(ConnectedClient client, Place place, SubscriptionToken.Valid token) {
        if (!namespaces.contains(token.channel())) {
            return Refusals.UNKNOWN_CHANNEL;
        }
        return token.isFor(client, place.channel())
                ? grants.subscription(client, place.namespace(), token.subscription(), token.expiresAt())
                : Refusals.ANOTHERS_TOKEN;
    }
}
