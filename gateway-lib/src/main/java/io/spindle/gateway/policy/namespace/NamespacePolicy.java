package io.spindle.gateway.policy.namespace;

import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.auth.SubscriptionTokens;
import io.spindle.gateway.guard.NonBlocking;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Decides by the channel's namespace, in the order that Centrifugo has: whether the namespace exists (102), whether the
 * name and the data are as it wants them (107), whether it has what is asked for (108), and only then who may (103).
 *
 * <p>Immutable, thread-safe, never blocks. Answers are there at once, unless a proxy is asked, or a token's keys have to
 * be fetched.
 *
 * <p>Names are judged here alone, so a gateway with this policy should let all of them through ({@code
 * maxChannelBytes(65_535)}): clients publish to channels that are too long to be subscribed to.
 *
 * @see <a href="https://centrifugal.dev/docs/server/channel_permissions">Centrifugo's channel permissions</a>
 */
public final class NamespacePolicy implements ChannelPolicy, NonBlocking {
    private final ChannelNamespaces namespaces;
    private final SubscribeRules subscribing;
    private final RefreshRules refreshing;
    private final PublishRules publishing;
    private final ReadRules reading;

    NamespacePolicy(ChannelNamespaces namespaces, SubscriptionTokens tokens, Proxies proxies, boolean insecure) {
        Grants grants = new Grants(insecure);
        TokenRules tokenRules = new TokenRules(namespaces, tokens, grants);
        this.namespaces = namespaces;
        this.subscribing = new SubscribeRules(namespaces.syntax(), tokenRules, proxies, grants);
        this.refreshing = new RefreshRules(tokenRules, proxies);
        this.publishing = new PublishRules(proxies, grants);
        this.reading = new ReadRules(grants);
    }

    public static NamespacePolicyBuilder builder(ChannelNamespaces namespaces) {
        return new NamespacePolicyBuilder(namespaces);
    }

    @Override
    public CompletionStage<Decision> decide(ConnectedClient client, String channel, ChannelAction action) {
        if (action instanceof ChannelAction.Subscribe && namespaces.syntax().isTooLong(channel)) {
            return Refusals.stage(Refusals.TOO_LONG);
        }
        Optional<Place> place = namespaces.find(channel);
        if (place.isEmpty()) {
            return Refusals.stage(Refusals.UNKNOWN_CHANNEL);
        }
        return place.get().isNamedWell() ? decide(client, place.get(), action) : Refusals.stage(Refusals.BAD_NAME);
    }

    private CompletionStage<Decision> decide(ConnectedClient client, Place place, ChannelAction action) {
        if (action instanceof ChannelAction.Publish publish) {
            return publishing.decide(client, place, publish);
        }
        if (action instanceof ChannelAction.Subscribe subscribe) {
            return subscribing.decide(client, place, subscribe);
        }
        if (action instanceof ChannelAction.RefreshSubscription refresh) {
            return refreshing.decide(client, place, refresh);
        }
        if (action instanceof ChannelAction.Presence presence) {
            return reading.decide(client, place, presence);
        }
        if (action instanceof ChannelAction.History history) {
            return reading.decide(client, place, history);
        }
        if (action instanceof ChannelAction.Call call) {
            return publishing.decide(client, place, call);
        }
        return Refusals.stage(Refusals.UNKNOWN_ACTION);
    }

    @Override
    public Optional<ChannelOptions> options(String channel) {
        return namespaces.options(channel);
    }
}
