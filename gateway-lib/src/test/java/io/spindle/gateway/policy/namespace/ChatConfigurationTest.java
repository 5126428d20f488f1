package io.spindle.gateway.policy.namespace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.channel.Grant;
import io.spindle.gateway.client.ChannelPush;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.ProtocolClient;
import io.spindle.gateway.protocol.Encoding;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A chat with history and recovery, and open channels beside it. */
class ChatConfigurationTest {
    private static final ChannelNamespaces NAMESPACES = ChannelNamespaces.builder()
            .withoutNamespace(
                    NamespaceOptions.builder().allowSubscribeForClient(true).build())
            .namespace(
                    "chat",
                    NamespaceOptions.builder()
                            .presence(true)
                            .joinLeave(true)
                            .forcePushJoinLeave(true)
                            .history(100, Duration.ofSeconds(300))
                            .forceRecovery(true)
                            .allowSubscribeForClient(true)
                            .allowPublishForSubscriber(true)
                            .allowHistoryForSubscriber(true)
                            .allowPresenceForSubscriber(true)
                            .build())
            .build();

    private static final NamespacePolicyBuilder POLICY =
            NamespacePolicy.builder(NAMESPACES).subscriptionTokens(Asking.SUBSCRIPTION_TOKENS);

    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> builder.maxChannelBytes(65_535)
            .authenticator(NamespaceAuthenticator.builder(NAMESPACES)
                    .tokens(Connecting.TOKENS)
                    .build())
            .channelPolicy(POLICY.build()));

    private final Asking user = Asking.as("42", POLICY);

    @Test
    void everySubscriptionOfTheChatIsRecoverable() {
        ChannelOptions options = user.optionsOf("chat:1");

        assertEquals(Grant.ALWAYS, options.recovery().recoverable());
        assertEquals(100, options.history().size());
        assertEquals(Duration.ofMinutes(5), options.history().ttl());
    }

    @Test
    void historyIsForSubscribers() {
        assertEquals(103, user.history("chat:1", false));
        assertInstanceOf(Decision.Allow.class, user.decide("chat:1", new ChannelAction.History(true)));
        assertEquals(108, user.history("news", true));
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void publishingNeedsASubscription(Encoding encoding) {
        ProtocolClient client = gateway.connect(encoding, "42");

        assertEquals(103, client.publish("chat:publish", "{\"n\":1}"));
        assertEquals(0, client.subscribe("chat:publish"));
        assertEquals(0, client.publish("chat:publish", "{\"n\":1}"));
        assertEquals(0, client.subscribe("news"));
        assertEquals(103, client.publish("news", "{\"n\":1}"));
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void presenceNeedsASubscription(Encoding encoding) {
        ProtocolClient client = gateway.connect(encoding, "42");
        String channel = "chat:presence-" + encoding;

        assertEquals(Set.of(), client.presence(channel));
        client.subscribe(channel);
        assertEquals(Set.of(client.clientId()), client.presence(channel));
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void joinsArePushedUnasked(Encoding encoding) {
        ProtocolClient first = gateway.connect(encoding, "first");
        ProtocolClient second = gateway.connect(encoding, "second");
        String channel = "chat:joins-" + encoding;
        first.subscribe(channel);

        second.subscribe(channel);

        ChannelPush push = first.awaitPush(channel);
        while (push.user().equals("first")) {
            push = first.awaitPush(channel);
        }
        assertEquals(ChannelPush.Kind.JOIN, push.kind());
        assertEquals("second", push.user());
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void anonymousClientsDoNotSubscribe(Encoding encoding) {
        ProtocolClient client = gateway.open(encoding);
        assertEquals(0, client.connect(Tokens.with(claims -> {})));

        assertEquals(103, client.subscribe("chat:1"));
        assertEquals(103, client.subscribe("news"));
    }

    @Test
    void anUnknownNamespaceIsAnErrorOnly() {
        JsonClient client = gateway.connect("42");

        assertEquals(102, client.subscribe("chat2:1").errorCode());
        assertEquals(0, client.subscribe("chat:1").errorCode());
    }

    @Test
    void wherePresenceIsOffNobodySeesIt() {
        JsonClient client = gateway.connect("42");
        client.subscribe("news");

        assertEquals(108, client.presence("news").errorCode());
        assertEquals(103, client.presence("chat:other").errorCode());
    }

    @Test
    void theServersOwnSubscriptionsAreRecoverableToo() {
        assertEquals(
                Optional.of(Grant.ALWAYS),
                NAMESPACES.options("chat:1").map(options -> options.recovery().recoverable()));
    }
}
