package io.spindle.gateway.policy.namespace;

import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.client.ConnectedClient;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Who may stay subscribed: whom a proxy lets, where the namespace has one for that, else who brings a token. Immutable. */
final class RefreshRules {
    private final TokenRules tokens;
    private final Proxies proxies;

    RefreshRules(TokenRules tokens, Proxies proxies) {
        this.tokens = tokens;
        this.proxies = proxies;
    }

    CompletionStage<Decision> decide(ConnectedClient client, Place place, ChannelAction.RefreshSubscription action) {
        Optional<String> proxy = place.namespace().options().proxies().subRefresh();
        if (action.token().isPresent()) {
            return proxy.isPresent()
                    ? Refusals.stage(Refusals.REFRESHED_BY_GATEWAY)
                    : tokens.decide(
                            client,
                            place,
                            action.token().get(),
                            Refusals.INVALID_TOKEN_AT_REFRESH,
                            Refusals.EXPIRED_TOKEN_AT_REFRESH);
        }
        return proxy.isPresent()
                ? proxies.subRefresh(proxy.get()).decide(client, place.channel(), action)
                : Refusals.stage(Refusals.NOBODY_REFRESHES);
    }
}
