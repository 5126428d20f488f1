package io.spindle.gateway.policy.namespace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.ProtocolClient;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.protocol.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A gateway of which nothing is configured but the key of tokens: clients subscribe with tokens, and do nothing else. */
class TokensOnlyConfigurationTest {
    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> {
        ChannelNamespaces namespaces = ChannelNamespaces.builder().build();
        builder.maxChannelBytes(65_535)
                .authenticator(NamespaceAuthenticator.builder(namespaces)
                        .tokens(Connecting.TOKENS)
                        .build())
                .channelPolicy(NamespacePolicy.builder(namespaces)
                        .subscriptionTokens(Asking.SUBSCRIPTION_TOKENS)
                        .build());
    });

    private static int subscribe(JsonClient client, String channel, String token) {
        return client.call("subscribe", "{\"channel\":\"" + channel + "\",\"token\":\"" + token + "\"}")
                .errorCode();
    }

    private static String token(String channel, String user) {
        return Tokens.with(claims -> claims.subject(user).claim("channel", channel));
    }

    @Test
    void withoutATokenNobodyConnects() {
        JsonClient client = gateway.open();

        client.send("connect", "{}");

        client.expectClose(3501);
    }

    @Test
    void aTokenSignedWithAnotherKeyEndsTheConnection() {
        JsonClient client = gateway.open();
        String token = Tokens.signedWith("another secret, of 32 bytes or more", claims -> claims.subject("42"));

        client.send("connect", "{\"token\":\"" + token + "\"}");

        client.expectClose(3500);
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    @Proves({"P2", "K12"})
    void withoutASubscriptionTokenNothingIsOpen(Encoding encoding) {
        ProtocolClient client = gateway.connect(encoding, "42");

        assertEquals(103, client.subscribe("news"));
        assertEquals(103, client.publish("news", "{}"));
        assertEquals(102, client.subscribe("x:y"));
        assertEquals(102, client.publish("x:y", "{}"));
        assertTrue(client.isOpen());
    }

    @Test
    void presenceAndHistoryAreOff() {
        JsonClient client = gateway.connect("42");

        assertEquals(108, client.presence("news").errorCode());
        assertEquals(108, client.call("history", "{\"channel\":\"news\"}").errorCode());
    }

    @Test
    void aSubscriptionTokenOpensItsChannel() {
        JsonClient client = gateway.connect("42");

        assertEquals(0, subscribe(client, "news", token("news", "42")));
        assertEquals(0, subscribe(client, "$private", token("$private", "42")));
    }

    @Test
    @Proves("K12")
    void anInvalidSubscriptionTokenIsAnErrorOnly() {
        JsonClient client = gateway.connect("42");

        assertEquals(103, subscribe(client, "news", "x.y.z"));
        assertTrue(client.isOpen());
    }

    @ParameterizedTest
    @CsvSource({"sport, 42", "news, 43"})
    @Proves("K12")
    void aTokenOfSomebodyElseOrForAnotherChannelEndsTheConnection(String channel, String user) {
        JsonClient client = gateway.connect("42");

        client.send("subscribe", "{\"channel\":\"news\",\"token\":\"" + token(channel, user) + "\"}");

        client.expectClose(3500);
    }
}
