package io.spindle.gateway.policy.namespace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.conformance.Proves;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Connections and subscriptions that expire: refreshed by clients with tokens, or by the gateway that asks a backend. */
class RefreshConfigurationTest {
    private static final ChannelNamespaces NAMESPACES = ChannelNamespaces.builder()
            .namespace(
                    "backed",
                    NamespaceOptions.builder().subRefreshProxy("backend").build())
            .build();

    private static final ChannelPolicy BACKEND = (client, channel, action) ->
            CompletableFuture.completedFuture(Decision.permissionDenied("not asked before the expiry"));

    private static NamespacePolicy policy() {
        return NamespacePolicy.builder(NAMESPACES)
                .subscriptionTokens(Asking.SUBSCRIPTION_TOKENS)
                .subRefreshProxy("backend", BACKEND)
                .build();
    }

    @RegisterExtension
    static final GatewayExtension byClients =
            new GatewayExtension(builder -> builder.authenticator(NamespaceAuthenticator.builder(NAMESPACES)
                            .tokens(Connecting.TOKENS)
                            .build())
                    .channelPolicy(policy()));

    @RegisterExtension
    static final GatewayExtension byBackend =
            new GatewayExtension(builder -> builder.authenticator(NamespaceAuthenticator.builder(NAMESPACES)
                            .tokens(Connecting.TOKENS)
                            .refreshProxy(client ->
                                    CompletableFuture.completedFuture(Authentication.Accepted.user(client.userId())))
                            .build())
                    .channelPolicy(policy()));

    private static final String CONNECTION = Tokens.expiring("42", Duration.ofHours(1));

    private static String subscribing(String channel, Duration life) {
        String token = Tokens.with(claims -> claims.subject("42")
                .claim("channel", channel)
                .expirationTime(Date.from(Instant.now().plus(life))));
        return "{\"channel\":\"" + channel + "\",\"token\":\"" + token + "\"}";
    }

    @Test
    void clientsAreToldWhenToRefreshTheirConnection() {
        JsonClient client = byClients.open();

        assertTrue(client.connect(CONNECTION).at("connect", "expires").asBoolean());
        assertEquals(
                0, client.call("refresh", "{\"token\":\"" + CONNECTION + "\"}").errorCode());
    }

    @Test
    void whereABackendIsAskedTheyAreNotAndMayNot() {
        JsonClient client = byBackend.open();

        assertFalse(client.connect(CONNECTION).at("connect").has("expires"));
        client.send("refresh", "{\"token\":\"" + CONNECTION + "\"}");

        client.expectClose(3501);
    }

    @Test
    void clientsRefreshTheirSubscriptions() {
        JsonClient client = byClients.connect("42");
        Duration hour = Duration.ofHours(1);

        JsonNode subscribed =
                client.call("subscribe", subscribing("news", hour)).at("subscribe");
        JsonNode refreshed = client.call("sub_refresh", subscribing("news", hour.multipliedBy(2)))
                .at("sub_refresh");

        assertTrue(subscribed.path("expires").asBoolean());
        assertTrue(refreshed.path("expires").asBoolean());
        assertTrue(refreshed.path("ttl").asInt() > subscribed.path("ttl").asInt());
    }

    @Test
    @Proves({"K12", "K14"})
    void anExpiredTokenIsAnErrorWhenSubscribingAndTheEndWhenRefreshing() {
        JsonClient client = byClients.connect("42");
        String expired = subscribing("news", Duration.ofHours(-1));

        assertEquals(109, client.call("subscribe", expired).errorCode());
        client.call("subscribe", subscribing("news", Duration.ofHours(1)));
        client.send("sub_refresh", expired);

        client.expectClose(3006);
    }

    @Test
    void whereABackendProlongsSubscriptionsClientsAreNotToldAndMayNot() {
        JsonClient client = byClients.connect("42");
        String good = subscribing("backed:1", Duration.ofHours(1));

        assertFalse(client.call("subscribe", good).at("subscribe").has("expires"));
        client.send("sub_refresh", good);

        client.expectClose(3501);
    }
}
