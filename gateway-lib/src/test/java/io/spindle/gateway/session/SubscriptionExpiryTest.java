package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.channel.SubscribeTerms;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.JsonMessage;
import io.spindle.gateway.conformance.Proves;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Subscriptions that end unless they are refreshed. */
class SubscriptionExpiryTest {
    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(policy())
            .upkeepInterval(Duration.ofMillis(50))
            .expiredSubscriptionCloseDelay(Duration.ofMillis(100)));

    @Test
    @Proves("K13")
    void theClientIsToldWhenItsSubscriptionExpiresAndItEndsAfterTheGrace() {
        JsonClient alice = gateway.connect("alice");

        JsonMessage reply = alice.subscribe("brief");

        assertTrue(reply.at("subscribe", "expires").asBoolean());
        assertEquals(1, reply.at("subscribe", "ttl").asInt());
        JsonMessage told = alice.awaitPush(push -> push.at("push").has("unsubscribe"));
        assertEquals(2501, told.at("push", "unsubscribe", "code").asInt());
        assertEquals(
                "subscription expired", told.at("push", "unsubscribe", "reason").asText());
        assertEquals(0, alice.subscribe("long").errorCode());
    }

    @Test
    @Proves("K14")
    void whoRefreshesStaysSubscribed() {
        JsonClient alice = gateway.connect("alice");
        JsonClient witness = gateway.connect("witness");
        alice.subscribe("brief");
        witness.subscribe("brief");

        JsonMessage reply = alice.call("sub_refresh", "{\"channel\":\"brief\",\"token\":\"hour\"}");

        assertTrue(reply.at("sub_refresh", "expires").asBoolean(), reply::text);
        assertTrue(reply.at("sub_refresh", "ttl").asInt() > 3_590, reply::text);
        witness.awaitPush(push -> push.at("push").has("unsubscribe"));
        assertFalse(alice.hasReceived(push -> push.at("push").has("unsubscribe")));
    }

    @Test
    @Proves("K14")
    void whatItWasAskedForInTheWrongPlaceIsRefused() {
        JsonClient alice = gateway.connect("alice");
        alice.subscribe("long");

        assertEquals(107, alice.call("sub_refresh", "{\"channel\":\"long\"}").errorCode());
        assertEquals(
                103,
                alice.call("sub_refresh", "{\"channel\":\"other\",\"token\":\"hour\"}")
                        .errorCode());
        assertEquals(
                110,
                alice.call("sub_refresh", "{\"channel\":\"long\",\"token\":\"past\"}")
                        .errorCode());
        assertTrue(alice.isOpen());
    }

    @Test
    @Proves("K14")
    void withoutAChannelOrAnExpiryItIsABadRequest() {
        JsonClient alice = gateway.connect("alice");
        alice.send("sub_refresh", "{\"token\":\"hour\"}");
        alice.expectClose(3501);

        JsonClient bob = gateway.connect("bob");
        bob.subscribe("forever");
        bob.send("sub_refresh", "{\"channel\":\"forever\",\"token\":\"hour\"}");
        bob.expectClose(3501);
    }

    @Test
    @Proves("K14")
    void anExpiredTokenEndsTheConnectionAsThePolicySays() {
        JsonClient alice = gateway.connect("alice");
        alice.subscribe("long");

        alice.send("sub_refresh", "{\"channel\":\"long\",\"token\":\"expired\"}");

        assertEquals("subscription expired", alice.expectClose(3006).reason());
    }

    @Test
    void whatIsOverAlreadyIsNotBegun() {
        JsonClient alice = gateway.connect("alice");

        assertEquals(110, alice.subscribe("past").errorCode());
        assertEquals(0, gateway.gateway().subscriberCount("past"));
    }

    @Test
    void theGatewayAsksWhereThatWasAgreedAndTheClientIsToldNothing() {
        JsonClient alice = gateway.connect("alice");

        JsonMessage reply = alice.subscribe("asked:no");

        assertFalse(reply.at("subscribe").has("expires"));
        assertEquals(
                2501,
                alice.awaitPush(push -> push.at("push").has("unsubscribe"))
                        .at("push", "unsubscribe", "code")
                        .asInt());
    }

    @Test
    void whatIsProlongedWhenAskedGoesOn() {
        JsonClient alice = gateway.connect("alice");
        JsonClient witness = gateway.connect("witness");
        alice.subscribe("asked:yes");
        witness.subscribe("asked:no");

        witness.awaitPush(push -> push.at("push").has("unsubscribe"));

        alice.publish("asked:yes", "1");
        alice.awaitPublication("asked:yes");
        assertFalse(alice.hasReceived(push -> push.at("push").has("unsubscribe")));
    }

    private static ChannelPolicy policy() {
        return SubscriptionExpiryTest::decide;
    }

    private static CompletionStage<Decision> decide(
            io.spindle.gateway.api.client.ConnectedClient client, String channel, ChannelAction action) {
        Instant now = Instant.now();
        Decision decision = Decision.allow(ChannelOptions.BROADCAST);
        if (action instanceof ChannelAction.RefreshSubscription refresh) {
            decision = refreshed(channel, refresh.token(), now);
        } else if (action instanceof ChannelAction.Subscribe) {
            decision = switch (channel) {
                case "brief" -> expiring(now.plusMillis(900), Refresh.BY_CLIENT);
                case "long" -> expiring(now.plusSeconds(3_600), Refresh.BY_CLIENT);
                case "past" -> expiring(now.minusSeconds(1), Refresh.BY_CLIENT);
                case "asked:yes", "asked:no" -> expiring(now.plusMillis(200), Refresh.BY_GATEWAY);
                default -> decision;
            };
        }
        return CompletableFuture.completedFuture(decision);
    }

    private static Decision refreshed(String channel, Optional<String> token, Instant now) {
        return switch (token.orElse(channel)) {
            case "hour", "asked:yes" -> expiring(now.plusSeconds(3_600), Refresh.BY_CLIENT);
            case "past" -> expiring(now.minusSeconds(1), Refresh.BY_CLIENT);
            case "expired" -> Decision.close(Disconnect.SUBSCRIPTION_EXPIRED, "expired", "");
            default -> Decision.permissionDenied("");
        };
    }

    private static Decision expiring(Instant at, Refresh refresh) {
        return Decision.allow(
                ChannelOptions.BROADCAST,
                SubscribeTerms.PLAIN.withChannelInfo(Payload.json("{}")).expiring(at, refresh));
    }
}
