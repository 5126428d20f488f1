package io.spindle.gateway.policy.namespace;

import io.spindle.gateway.api.auth.ServerSubscription;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.channel.SubscribeTerms;
import io.spindle.gateway.api.client.ConnectedClient;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Who may subscribe. The first that has a say decides: a token, the list of users in the name, a proxy, the namespace's
 * permissions. Immutable.
 */
final class SubscribeRules {
    private final ChannelSyntax syntax;
    private final TokenRules tokens;
    private final Proxies proxies;
    private final Grants grants;

    SubscribeRules(ChannelSyntax syntax, TokenRules tokens, Proxies proxies, Grants grants) {
        this.syntax = syntax;
        this.tokens = tokens;
        this.proxies = proxies;
        this.grants = grants;
    }

    CompletionStage<Decision> decide(ConnectedClient client, Place place, ChannelAction.Subscribe action) {
        if (!action.token().isEmpty()) {
            return tokens.decide(client, place, action.token(), Refusals.INVALID_TOKEN, Refusals.EXPIRED_TOKEN);
        }
        Namespace namespace = place.namespace();
        if (syntax.isPrivate(place.channel())) {
            return Refusals.stage(Refusals.PRIVATE);
        }
        boolean userLimited = namespace.permissions().userLimitedChannels() && syntax.isUserLimited(place.channel());
        if (userLimited) {
            boolean listed = syntax.lists(place.channel(), client.userId());
            return Refusals.stage(grantedIf(listed || grants.insecure(), client, namespace));
        }
        Optional<String> proxy = namespace.options().proxies().subscribe();
        if (proxy.isPresent()) {
            return proxies.subscribe(proxy.get())
                    .decide(client, place.channel(), action)
                    .thenApply(answer -> byProxy(namespace, answer));
        }
        boolean allowed = grants.permits(namespace.permissions().subscribe(), client, false);
        return Refusals.stage(grantedIf(allowed, client, namespace));
    }

    private Decision grantedIf(boolean allowed, ConnectedClient client, Namespace namespace) {
        return allowed
                ? grants.subscription(client, namespace, ServerSubscription.PLAIN, Optional.empty())
                : Refusals.NO_PERMISSION;
    }

    private static Decision byProxy(Namespace namespace, Decision answer) {
        if (answer instanceof Decision.Allow allow) {
            SubscribeTerms terms = allow.subscribe();
            return Decision.allow(
                    allow.options(),
                    new SubscribeTerms(
                            terms.channelInfo(), terms.data(), terms.expiresAt(), Grants.refreshIn(namespace)));
        }
        return answer;
    }
}
