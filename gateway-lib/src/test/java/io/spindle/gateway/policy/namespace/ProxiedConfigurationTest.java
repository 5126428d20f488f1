package io.spindle.gateway.policy.namespace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.channel.PublishTerms;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.RawClient;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A backend says who connects, and what happens in orders. */
class ProxiedConfigurationTest {
    private static final ChannelNamespaces NAMESPACES = ChannelNamespaces.builder()
            .namespace(
                    "orders",
                    NamespaceOptions.builder()
                            .subscribeProxy("orders")
                            .publishProxy("orders")
                            .build())
            .build();

    /** Orders with an even number are open. */
    private static final ChannelPolicy BACKEND = (client, channel, action) -> {
        if (!channel.matches("orders:[0-9]*[02468]")) {
            return CompletableFuture.completedFuture(Decision.permissionDenied("an odd order"));
        }
        return CompletableFuture.completedFuture(
                action instanceof ChannelAction.Publish
                        ? Decision.allow(
                                NAMESPACES.options(channel).orElseThrow(),
                                PublishTerms.PLAIN.withData(Payload.json("{\"stamped\":true}")))
                        : Decision.allow(NAMESPACES.options(channel).orElseThrow()));
    };

    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> builder.maxChannelBytes(65_535)
            .authenticator(NamespaceAuthenticator.builder(NAMESPACES)
                    .tokens(Connecting.TOKENS)
                    .connectProxy(attempt -> ask(attempt.transport().headers().getOrDefault("cookie", List.of())))
                    .build())
            .channelPolicy(NamespacePolicy.builder(NAMESPACES)
                    .subscriptionTokens(Asking.SUBSCRIPTION_TOKENS)
                    .subscribeProxy("orders", BACKEND)
                    .publishProxy("orders", BACKEND)
                    .build()));

    private static CompletionStage<Optional<Authentication>> ask(List<String> cookies) {
        return cookies.contains("down")
                ? CompletableFuture.failedFuture(new IllegalStateException("the backend is down"))
                : CompletableFuture.completedFuture(cookies.stream().findFirst().map(Authentication.Accepted::user));
    }

    private JsonClient open(String cookie) {
        return JsonClient.open(RawClient.to(gateway.uri()).header("Cookie", cookie));
    }

    @Test
    void whoeverBringsNoTokenIsWhoTheBackendSays() {
        JsonClient client = open("alice");

        assertEquals(0, client.connect("").errorCode());
        assertEquals(0, client.subscribe("orders:2").errorCode());
        client.close();
    }

    @Test
    void aBackendThatIsDownIsATemporaryError() {
        JsonClient client = open("down");

        assertEquals(100, client.connect("").errorCode());
        client.close();
    }

    @Test
    void whoeverItDoesNotKnowIsNotLetIn() {
        JsonClient client = gateway.open();

        client.send("connect", "{}");

        client.expectClose(3501);
    }

    @Test
    void theBackendDecidesAboutOrders() {
        JsonClient client = gateway.connect("42");

        assertEquals(0, client.subscribe("orders:4").errorCode());
        assertEquals(103, client.subscribe("orders:5").errorCode());
        assertEquals(0, client.publish("orders:4", "{\"n\":1}").errorCode());
        assertTrue(client.awaitPublication("orders:4")
                .at("push", "pub", "data", "stamped")
                .asBoolean());
        assertEquals(103, client.publish("orders:5", "{\"n\":1}").errorCode());
    }

    @Test
    void aSubscriptionTokenBypassesIt() {
        JsonClient client = gateway.connect("42");
        String token = Tokens.with(claims -> claims.subject("42").claim("channel", "orders:7"));

        assertEquals(
                0,
                client.call("subscribe", "{\"channel\":\"orders:7\",\"token\":\"" + token + "\"}")
                        .errorCode());
    }
}
