package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.auth.Overrides;
import io.spindle.gateway.api.auth.ServerSubscription;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.channel.HistoryOptions;
import io.spindle.gateway.api.channel.PublishTerms;
import io.spindle.gateway.api.channel.RecoveryOptions;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.broker.ClientSelector;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.JsonMessage;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.protocol.StreamPosition;
import io.spindle.gateway.redis.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Subscriptions that the server makes: with the connection, and while it lasts. */
class ServerSubscriptionsTest {
    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(new ByPrefix())
            .maxChannels(4)
            .upkeepInterval(Duration.ofMillis(50))
            .expiredSubscriptionCloseDelay(Duration.ofMillis(100)));

    @Test
    @Proves("K1")
    void channelsOfTheTokenAreInTheConnectReplyAndTheJoinFollows() {
        JsonClient alice = gateway.open();

        JsonMessage reply = alice.connect(granting("alice", "plain:k1", "jl:k1", "rec:k1"));

        assertEquals("{}", reply.at("connect", "subs", "plain:k1").toString());
        assertTrue(reply.at("connect", "subs", "rec:k1", "recoverable").asBoolean());
        assertFalse(reply.at("connect", "subs", "rec:k1", "epoch").asText().isEmpty());
        JsonMessage join = alice.awaitPush(push -> push.at("push").has("join"));
        assertEquals("jl:k1", join.at("push", "channel").asText());
        assertEquals("alice", join.at("push", "join", "info", "user").asText());
        publish("plain:k1", "{\"a\":1}");
        assertEquals(
                "{\"a\":1}",
                alice.awaitPublication("plain:k1").at("push", "pub", "data").toString());
    }

    @Test
    @Proves("S3")
    void subscribingToOneIsAnsweredWith105() {
        JsonClient alice = gateway.open();
        alice.connect(granting("alice", "plain:k105"));

        assertEquals(105, alice.subscribe("plain:k105").errorCode());
    }

    @Test
    void theClientMayUnsubscribe() {
        JsonClient alice = gateway.open();
        alice.connect(granting("alice", "plain:leave"));

        assertEquals(0, alice.unsubscribe("plain:leave").errorCode());

        assertEquals(0, gateway.gateway().subscriberCount("plain:leave"));
    }

    @Test
    @Proves({"R20", "K3"})
    void whatWasMissedComesWithTheConnectReplyAndWhatWasNotGrantedIsIgnored() {
        String epoch = publish("rec:k20", "1").epoch();
        publish("rec:k20", "2");
        JsonClient alice = gateway.open();

        JsonMessage reply = alice.call(
                "connect",
                "{\"token\":\"" + granting("alice", "rec:k20")
                        + "\",\"subs\":{\"rec:k20\":{\"recover\":true,\"epoch\":\"" + epoch
                        + "\",\"offset\":1},\"plain:other\":{}}}");

        JsonMessage subs = new JsonMessage(reply.text(), reply.at("connect", "subs"));
        assertEquals(Set.of("rec:k20"), Set.copyOf(names(subs)));
        assertTrue(subs.at("rec:k20", "recovered").asBoolean());
        assertEquals(
                "[{\"data\":2,\"offset\":2}]",
                subs.at("rec:k20", "publications").toString());
    }

    @Test
    @Proves("K4")
    void whatIsNoLongerGrantedIsMissingAfterReconnecting() {
        String epoch = publish("rec:k4", "1").epoch();
        JsonClient before = gateway.open();
        before.connect(granting("alice", "plain:k4", "rec:k4"));
        before.close();

        JsonClient after = gateway.open();
        JsonMessage reply = after.call(
                "connect",
                "{\"token\":\"" + granting("alice", "plain:k4")
                        + "\",\"subs\":{\"plain:k4\":{},\"rec:k4\":{\"recover\":true,\"epoch\":\"" + epoch
                        + "\",\"offset\":1}}}");

        assertEquals("{\"plain:k4\":{}}", reply.at("connect", "subs").toString());
        Await.until("nobody is in it", () -> gateway.gateway().subscriberCount("rec:k4") == 0);
    }

    @Test
    void anUnknownChannelInTheTokenFailsTheConnect() {
        JsonClient alice = gateway.open();

        assertEquals(
                102, alice.connect(granting("alice", "plain:x", "nowhere:x")).errorCode());
        assertEquals(0, gateway.gateway().subscriberCount("plain:x"));
    }

    @Test
    void moreThanTheLimitOfChannelsIsClosedWith3505() {
        JsonClient alice = gateway.open();

        alice.send(
                "connect",
                "{\"token\":\"" + granting("a", "plain:1", "plain:2", "plain:3", "plain:4", "plain:5") + "\"}");

        assertEquals("channel limit", alice.expectClose(3505).reason());
    }

    @Test
    @Proves("K2")
    void aHostSubscribesAndTheClientIsTold() {
        JsonClient alice = gateway.connect("k2");
        publish("rec:k2", "0");

        subscribe("k2", "rec:k2", Optional.empty());

        JsonMessage told = alice.awaitPush(push -> push.at("push").has("subscribe"));
        assertEquals("rec:k2", told.at("push", "channel").asText());
        assertTrue(told.at("push", "subscribe", "recoverable").asBoolean());
        assertEquals(1, told.at("push", "subscribe", "offset").asInt());
        assertEquals("{\"why\":1}", told.at("push", "subscribe", "data").toString());
        publish("rec:k2", "1");
        assertEquals(
                2, alice.awaitPublication("rec:k2").at("push", "pub", "offset").asInt());
    }

    @Test
    @Proves("K2")
    void recoveredPublicationsFollowThePushInOrder() {
        JsonClient alice = gateway.connect("since");
        StreamPosition first = publish("rec:since", "1");
        publish("rec:since", "2");
        publish("rec:since", "3");

        subscribe("since", "rec:since", Optional.of(first));

        alice.awaitPush(push -> push.at("push").has("subscribe"));
        assertEquals(
                2, alice.awaitPublication("rec:since").at("push", "pub", "data").asInt());
        assertEquals(
                3, alice.awaitPublication("rec:since").at("push", "pub", "data").asInt());
    }

    @Test
    void subscribingToAnUnknownChannelIsRefused() {
        CompletionException refused = Assertions.assertThrows(
                CompletionException.class, () -> subscribe("anyone", "nowhere:x", Optional.empty()));

        assertEquals("unknown channel", refused.getCause().getMessage());
    }

    @Test
    @Proves({"S19", "S17"})
    void aHostUnsubscribesWithAReasonAndWithoutTheClientsOwnLeave() {
        JsonClient alice = gateway.connect("s19");
        JsonClient bob = gateway.connect("witness");
        alice.subscribe("jl:s19");
        bob.subscribe("jl:s19");

        gateway.gateway()
                .clients()
                .unsubscribe(ClientSelector.user("s19"), "jl:s19")
                .toCompletableFuture()
                .join();

        JsonMessage told = alice.awaitPush(push -> push.at("push").has("unsubscribe"));
        assertEquals("jl:s19", told.at("push", "channel").asText());
        assertEquals(2000, told.at("push", "unsubscribe", "code").asInt());
        assertEquals(
                "server unsubscribe", told.at("push", "unsubscribe", "reason").asText());
        bob.awaitPush(push -> push.at("push").has("leave"));
        alice.presence("jl:s19");
        assertFalse(alice.hasReceived(push -> push.at("push").has("leave")));
    }

    @Test
    void anExpiredSubscriptionOfTheServerEndsTheConnection() {
        JsonClient alice = gateway.connect("expiring");

        gateway.gateway()
                .clients()
                .subscribe(
                        ClientSelector.user("expiring"),
                        "plain:expiring",
                        ServerSubscription.PLAIN,
                        Optional.empty(),
                        Optional.of(Instant.now().plusMillis(200)))
                .toCompletableFuture()
                .join();

        alice.awaitPush(push -> push.at("push").has("subscribe"));
        assertEquals("subscription expired", alice.expectClose(3006).reason());
    }

    @Test
    void aHostMovesTheExpiryAndTheClientIsTold() {
        JsonClient alice = gateway.connect("refreshed");

        gateway.gateway()
                .clients()
                .refresh(
                        ClientSelector.user("refreshed"),
                        Optional.of(Instant.now().plusSeconds(100)),
                        Optional.of(Payload.json("{\"name\":\"new\"}")));

        JsonMessage told = alice.awaitPush(push -> push.at("push").has("refresh"));
        assertTrue(told.at("push", "refresh", "expires").asBoolean());
        assertTrue(told.at("push", "refresh", "ttl").asInt() >= 99);
        alice.subscribe("jl:refreshed");
        assertEquals(
                "{\"name\":\"new\"}",
                alice.awaitPush(push -> push.at("push").has("join"))
                        .at("push", "join", "info", "conn_info")
                        .toString());
    }

    @Test
    void aHostEndsAConnectionByItsExpiryToo() {
        JsonClient alice = gateway.connect("over");

        gateway.gateway()
                .clients()
                .refresh(ClientSelector.user("over"), Optional.of(Instant.now().minusSeconds(1)), Optional.empty());

        assertEquals("connection expired", alice.expectClose(3005).reason());
    }

    @Test
    void whitelistedConnectionsStay() {
        JsonClient stays = gateway.open();
        String id = stays.connect(Tokens.of("listed")).at("connect", "client").asText();
        JsonClient goes = gateway.connect("listed");

        gateway.gateway()
                .clients()
                .disconnect(
                        ClientSelector.user("listed"), Set.of(id), io.spindle.gateway.api.Disconnect.FORCE_DISCONNECT);

        goes.expectClose(3503);
        assertEquals(0, stays.subscribe("plain:stays").errorCode());
    }

    @Test
    void aRefreshThatLeavesOutAChannelMakesTheClientConnectAnew() {
        JsonClient alice = gateway.open();
        alice.connect(grantingForAnHour("alice", "plain:old"));

        alice.send("refresh", "{\"token\":\"" + grantingForAnHour("alice", "plain:old", "plain:new") + "\"}");

        assertEquals("insufficient state", alice.expectClose(3010).reason());
    }

    @Test
    void aRefreshThatGrantsTheSameChannelsIsFine() {
        JsonClient alice = gateway.open();
        alice.connect(grantingForAnHour("alice", "plain:same"));

        JsonMessage reply = alice.call("refresh", "{\"token\":\"" + grantingForAnHour("alice", "plain:same") + "\"}");

        assertTrue(reply.at("refresh", "expires").asBoolean(), reply::text);
    }

    @Test
    void whoDisconnectsIsInNoneOfThem() {
        JsonClient alice = gateway.open();
        alice.connect(granting("alice", "jl:gone"));

        alice.close();

        Await.until("nobody", () -> gateway.gateway().subscriberCount("jl:gone") == 0);
    }

    private static List<String> names(JsonMessage object) {
        List<String> names = new java.util.ArrayList<>();
        object.json().fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void subscribe(String user, String channel, Optional<StreamPosition> since) {
        gateway.gateway()
                .clients()
                .subscribe(
                        ClientSelector.user(user),
                        channel,
                        new ServerSubscription(
                                Optional.empty(), Optional.of(Payload.json("{\"why\":1}")), Overrides.NONE),
                        since,
                        Optional.empty())
                .toCompletableFuture()
                .join();
    }

    private static StreamPosition publish(String channel, String data) {
        return gateway.gateway()
                .channels()
                .publish(channel, Payload.json(data), PublishTerms.PLAIN)
                .toCompletableFuture()
                .join();
    }

    private static String granting(String user, String... channels) {
        return Tokens.with(claims -> claims.subject(user).claim("channels", List.of(channels)));
    }

    private static String grantingForAnHour(String user, String... channels) {
        return Tokens.with(claims -> claims.subject(user)
                .claim("channels", List.of(channels))
                .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1)))));
    }

    /** What stands before the colon says how a channel behaves; other channels are not known. */
    private static final class ByPrefix implements ChannelPolicy {
        private static final Map<String, ChannelOptions> OPTIONS = Map.of(
                "plain", ChannelOptions.BROADCAST,
                "jl", ChannelOptions.BROADCAST.withPresence(true).withJoinLeave(true),
                "rec",
                        ChannelOptions.BROADCAST
                                .withHistory(HistoryOptions.of(10, Duration.ofMinutes(5)))
                                .withRecovery(RecoveryOptions.ALWAYS));

        @Override
        public CompletionStage<Decision> decide(ConnectedClient client, String channel, ChannelAction action) {
            return CompletableFuture.completedFuture(
                    Decision.allow(options(channel).orElseThrow()));
        }

        @Override
        public Optional<ChannelOptions> options(String channel) {
            return Optional.ofNullable(OPTIONS.get(channel.substring(0, channel.indexOf(':'))));
        }
    }
}
