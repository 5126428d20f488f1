package io.spindle.gateway.policy.namespace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.client.ChannelPush;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.ProtocolClient;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.protocol.Encoding;
import java.time.Duration;
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

    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> builder.maxChannelBytes(65_535)
            .authenticator(NamespaceAuthenticator.builder(NAMESPACES)
                    .tokens(Connecting.TOKENS)
                    .build())
            .channelPolicy(NamespacePolicy.builder(NAMESPACES).build()));

    @Test
    void everySubscriptionOfTheChatIsRecoverable() {
        JsonClient client = gateway.connect("42");

        JsonNode subscribed = client.subscribe("chat:recoverable").at("subscribe");

        assertTrue(subscribed.path("recoverable").asBoolean());
        assertTrue(subscribed.path("positioned").asBoolean());
        assertFalse(subscribed.path("epoch").asText().isEmpty());
        assertFalse(client.subscribe("news").at("subscribe").has("recoverable"));
    }

    @Test
    void whatWasMissedIsRecovered() {
        JsonClient client = gateway.connect("42");
        String epoch = client.subscribe("chat:missed").at("subscribe", "epoch").asText();
        client.unsubscribe("chat:missed");
        JsonClient other = gateway.connect("43");
        other.subscribe("chat:missed");
        other.publish("chat:missed", "{\"n\":1}");

        JsonNode subscribed = client.call(
                        "subscribe", "{\"channel\":\"chat:missed\",\"recover\":true,\"epoch\":\"" + epoch + "\"}")
                .at("subscribe");

        assertTrue(subscribed.path("recovered").asBoolean());
        assertEquals("{\"n\":1}", subscribed.at("/publications/0/data").toString());
    }

    @Test
    void historyIsForSubscribers() {
        JsonClient client = gateway.connect("42");
        String read = "{\"channel\":\"chat:history\",\"limit\":-1}";

        assertEquals(103, client.call("history", read).errorCode());
        client.subscribe("chat:history");
        client.publish("chat:history", "{\"n\":1}");
        assertEquals(
                "{\"n\":1}",
                client.call("history", read)
                        .json()
                        .at("/history/publications/0/data")
                        .toString());
        assertEquals(108, client.call("history", "{\"channel\":\"news\"}").errorCode());
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
    @Proves("S8")
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
}
