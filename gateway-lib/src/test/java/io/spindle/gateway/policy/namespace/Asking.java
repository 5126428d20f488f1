package io.spindle.gateway.policy.namespace;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.Tokens;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.auth.SubscriptionTokens;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One client that asks a policy. Answers are the codes that the client would see: 0 if it may. */
record Asking(ChannelPolicy policy, ConnectedClient client) {
    static final String CLIENT_ID = "c1";
    static final int ALLOWED = 0;
    static final SubscriptionTokens SUBSCRIPTION_TOKENS =
            SubscriptionTokens.builder().hmacSecret(Tokens.SECRET).build();
    static final Payload DATA = Payload.json("{\"n\":1}");

    /** A user, or an anonymous client, of namespaces with tokens signed by {@link Tokens#SECRET}. */
    static Asking as(String userId, ChannelNamespacesBuilder namespaces) {
        return as(userId, policy(namespaces));
    }

    static Asking as(String userId, NamespacePolicyBuilder policy) {
        return new Asking(policy.build(), new ConnectedClient(userId, CLIENT_ID, "name", true, Optional.empty()));
    }

    static NamespacePolicyBuilder policy(ChannelNamespacesBuilder namespaces) {
        return NamespacePolicy.builder(namespaces.build()).subscriptionTokens(SUBSCRIPTION_TOKENS);
    }

    /** Namespaces with one that is called {@code chat}. */
    static ChannelNamespacesBuilder chat(NamespaceOptionsBuilder options) {
        return ChannelNamespaces.builder().namespace("chat", options.build());
    }

    int subscribe(String channel) {
        return subscribe(channel, "");
    }

    int subscribe(String channel, String token) {
        return code(decide(channel, new ChannelAction.Subscribe(token, Optional.empty())));
    }

    int publish(String channel) {
        return publish(channel, DATA, false);
    }

    int publish(String channel, Payload data, boolean subscribed) {
        return code(decide(channel, new ChannelAction.Publish(data, subscribed)));
    }

    int presence(String channel, boolean subscribed) {
        return code(decide(channel, new ChannelAction.Presence(subscribed)));
    }

    int history(String channel, boolean subscribed) {
        return code(decide(channel, new ChannelAction.History(subscribed)));
    }

    int refresh(String channel, String token) {
        return code(decide(channel, new ChannelAction.RefreshSubscription(Optional.of(token))));
    }

    Decision.Allow subscription(String channel, String token) {
        return assertInstanceOf(
                Decision.Allow.class, decide(channel, new ChannelAction.Subscribe(token, Optional.empty())));
    }

    ChannelOptions optionsOf(String channel) {
        return subscription(channel, "").options();
    }

    Decision decide(String channel, ChannelAction action) {
        CompletableFuture<Decision> answer =
                policy.decide(client, channel, action).toCompletableFuture();
        assertTrue(answer.isDone(), "answered at once");
        return answer.join();
    }

    static int code(Decision decision) {
        if (decision instanceof Decision.Deny deny) {
            return deny.error().code();
        }
        return decision instanceof Decision.Close close ? close.disconnect().code() : ALLOWED;
    }
}
