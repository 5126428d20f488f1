package io.spindle.gateway.policy.namespace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.ProtocolClient;
import io.spindle.gateway.protocol.Encoding;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A gateway for development: open to everybody, but for what is not there and what is private. */
class InsecureConfigurationTest {
    private static final ChannelNamespaces NAMESPACES = ChannelNamespaces.builder()
            .namespace(
                    "hh",
                    NamespaceOptions.builder()
                            .history(10, Duration.ofSeconds(60))
                            .build())
            .build();

    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> builder.maxChannelBytes(65_535)
            .authenticator(NamespaceAuthenticator.builder(NAMESPACES)
                    .tokens(Connecting.TOKENS)
                    .insecure(true)
                    .build())
            .channelPolicy(NamespacePolicy.builder(NAMESPACES).insecure(true).build()));

    private static ProtocolClient anonymous(Encoding encoding) {
        ProtocolClient client = gateway.open(encoding);
        assertEquals(0, client.connect(""));
        return client;
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void everybodySubscribesAndPublishesEverywhere(Encoding encoding) {
        ProtocolClient client = anonymous(encoding);

        assertEquals(0, client.subscribe("hh:1"));
        assertEquals(0, client.subscribe("news"));
        assertEquals(0, client.publish("news", "{\"n\":1}"));
        assertEquals("", client.awaitPush("news").user());
        assertEquals(0, client.publish("unsubscribed", "{\"n\":1}"));
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void butNotInPrivateChannelsAndUnknownNamespaces(Encoding encoding) {
        ProtocolClient client = anonymous(encoding);

        assertEquals(103, client.subscribe("$x"));
        assertEquals(102, client.subscribe("zz:1"));
        assertEquals(0, client.publish("$x", "{\"n\":1}"));
        assertEquals(102, client.publish("zz:1", "{\"n\":1}"));
    }

    @Test
    void whatIsOffStaysOff() {
        JsonClient client = gateway.open();
        client.connect("");

        assertEquals(108, client.presence("hh:1").errorCode());
        assertEquals(108, client.call("history", "{\"channel\":\"news\"}").errorCode());
    }

    @Test
    void historyThatIsOnIsForEverybody() {
        JsonClient client = gateway.open();
        client.connect("");
        client.publish("hh:history", "{\"n\":1}");

        assertEquals(
                "{\"n\":1}",
                client.call("history", "{\"channel\":\"hh:history\",\"limit\":-1}")
                        .json()
                        .at("/history/publications/0/data")
                        .toString());
    }

    @Test
    void tokensAreVerifiedAllTheSame() {
        assertEquals(109, gateway.open().connect(Tokens.expired("42")).errorCode());
        JsonClient invalid = gateway.open();
        invalid.send("connect", "{\"token\":\"x.y.z\"}");
        invalid.expectClose(3500);
    }

    @Test
    void aBadSubscriptionTokenIsRefusedWhereNoneWasNeeded() {
        JsonClient client = gateway.open();
        client.connect("");

        assertEquals(
                103,
                client.call("subscribe", "{\"channel\":\"news\",\"token\":\"x.y.z\"}")
                        .errorCode());
    }
}
