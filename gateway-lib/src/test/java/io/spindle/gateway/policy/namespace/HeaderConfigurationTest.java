package io.spindle.gateway.policy.namespace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.JsonMessage;
import io.spindle.gateway.client.RawClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A gateway behind a proxy that knows the users, and names them in a header. */
class HeaderConfigurationTest {
    private static final ChannelNamespaces NAMESPACES = ChannelNamespaces.builder()
            .withoutNamespace(NamespaceOptions.builder()
                    .allowSubscribeForClient(true)
                    .allowPublishForClient(true)
                    .build())
            .build();

    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> builder.maxChannelBytes(65_535)
            .authenticator(NamespaceAuthenticator.builder(NAMESPACES)
                    .userIdHttpHeader("X-User-Id")
                    .build())
            .channelPolicy(NamespacePolicy.builder(NAMESPACES).build()));

    @Test
    void theHeaderNamesTheUser() {
        try (JsonClient client = JsonClient.open(RawClient.to(gateway.uri()).header("X-User-Id", "42"))) {
            client.call("connect", "{}");
            client.subscribe("news");
            client.publish("news", "{\"n\":1}");

            assertEquals(
                    "42",
                    client.awaitPublication("news")
                            .at("push", "pub", "info", "user")
                            .asText());
        }
    }

    @Test
    void itsUsersHaveNoWishes() {
        try (JsonClient client = JsonClient.open(RawClient.to(gateway.uri()).header("X-User-Id", "42"))) {
            JsonMessage connected = client.call("connect", "{\"subs\":{\"news\":{}}}");

            assertEquals(0, connected.errorCode());
            assertFalse(connected.at("connect").has("subs"));
        }
    }

    @Test
    void withoutItNobodyConnects() {
        JsonClient client = gateway.open();

        client.send("connect", "{}");

        client.expectClose(3501);
    }

    @Test
    void channelsTooLongToSubscribeToCanBePublishedTo() {
        try (JsonClient client = JsonClient.open(RawClient.to(gateway.uri()).header("X-User-Id", "42"))) {
            client.call("connect", "{}");
            String channel = "x".repeat(256);

            assertEquals(107, client.subscribe(channel).errorCode());
            assertEquals(0, client.publish(channel, "{\"n\":1}").errorCode());
            assertEquals(0, client.subscribe(channel.substring(1)).errorCode());
        }
    }
}
