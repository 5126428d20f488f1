package io.spindle.gateway.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.Brokers;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.auth.ServerSubscription;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.Grant;
import io.spindle.gateway.api.channel.HistoryOptions;
import io.spindle.gateway.api.channel.PublishTerms;
import io.spindle.gateway.api.channel.RecoveryMode;
import io.spindle.gateway.api.channel.RecoveryOptions;
import io.spindle.gateway.broker.ClientSelector;
import io.spindle.gateway.broker.StreamPublication;
import io.spindle.gateway.broker.memory.MemoryCluster;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.JsonMessage;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.StreamPosition;
import io.spindle.gateway.redis.Await;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A publication that was lost on its way is noticed, and the client is told: never left behind silently. */
class MissedPublicationTest {
    private static final ChannelOptions OPTIONS = ChannelOptions.BROADCAST
            .withPresence(true)
            .withHistory(HistoryOptions.of(10, Duration.ofMinutes(5)))
            .withRecovery(RecoveryOptions.ALWAYS);

    private static volatile LossyBroker broker;
    private static volatile LossyBroker checkedBroker;

    @RegisterExtension
    static final GatewayExtension gateway =
            new GatewayExtension(builder -> Brokers.behind(builder.channelPolicy(new AllowAll(OPTIONS)), executor -> {
                broker = new LossyBroker(new MemoryCluster().node(executor));
                return broker;
            }));

    @RegisterExtension
    static final GatewayExtension checking = new GatewayExtension(builder -> Brokers.behind(
            builder.channelPolicy(new AllowAll(OPTIONS.withRecovery(
                            new RecoveryOptions(Grant.ALWAYS, Grant.NEVER, RecoveryMode.STREAM, false))))
                    .upkeepInterval(Duration.ofMillis(50))
                    .positionCheckDelay(Duration.ofMillis(100)),
            executor -> {
                checkedBroker = new LossyBroker(new MemoryCluster().node(executor));
                return checkedBroker;
            }));

    @Test
    @Proves("R13")
    void aGapEndsAClientsOwnSubscriptionSoThatItRecovers() {
        JsonClient alice = gateway.connect("alice");
        alice.subscribe("gap");
        publish(gateway, "gap");
        JsonMessage first = alice.awaitPublication("gap");
        broker.losing(() -> publish(gateway, "gap"));

        publish(gateway, "gap");

        JsonMessage unsubscribed = alice.awaitPush(push -> push.at("push").has("unsubscribe"));
        assertEquals(2500, unsubscribed.at("push", "unsubscribe", "code").asInt());
        assertEquals(
                "insufficient state",
                unsubscribed.at("push", "unsubscribe", "reason").asText());
        assertEquals("gap", unsubscribed.at("push", "channel").asText());
        Await.until("no subscriber", () -> gateway.gateway().subscriberCount("gap") == 0);
        JsonMessage again = alice.call(
                "subscribe",
                "{\"channel\":\"gap\",\"recover\":true,\"offset\":1,\"epoch\":\""
                        + first.at("push", "pub", "epoch").asText() + "\"}");
        assertEquals(2, again.at("subscribe", "publications").size());
    }

    @Test
    @Proves("R14")
    void aGapInASubscriptionOfTheServerEndsTheConnection() {
        JsonClient alice = gateway.connect("served");
        gateway.gateway()
                .clients()
                .subscribe(
                        ClientSelector.user("served"),
                        "server-gap",
                        ServerSubscription.PLAIN,
                        Optional.empty(),
                        Optional.empty());
        alice.awaitPush(push -> push.at("push").has("subscribe"));
        publish(gateway, "server-gap");
        broker.losing(() -> publish(gateway, "server-gap"));

        publish(gateway, "server-gap");

        assertEquals("insufficient state", alice.expectClose(3010).reason());
    }

    @Test
    @Proves("R15")
    void anotherEpochIsAGapToo() {
        JsonClient alice = gateway.connect("alice");
        alice.subscribe("epoch");
        publish(gateway, "epoch");
        alice.awaitPublication("epoch");

        broker.bring("epoch", at(new StreamPosition(2, "another")));

        JsonMessage unsubscribed = alice.awaitPush(push -> push.at("push").has("unsubscribe"));
        assertEquals(2500, unsubscribed.at("push", "unsubscribe", "code").asInt());
    }

    @Test
    @Proves("R15")
    void whatWasDeliveredIsDroppedWithoutAWord() {
        JsonClient alice = gateway.connect("alice");
        alice.subscribe("again");
        publish(gateway, "again");
        String epoch =
                alice.awaitPublication("again").at("push", "pub", "epoch").asText();

        broker.bring("again", at(new StreamPosition(1, epoch)));
        publish(gateway, "again");

        assertEquals(
                2, alice.awaitPublication("again").at("push", "pub", "offset").asInt());
        assertFalse(alice.hasReceived(message -> message.at("push").has("unsubscribe")));
    }

    private static StreamPublication at(StreamPosition position) {
        Publication publication = new Publication(Payload.json("{}"), Optional.empty()).at(position);
        return new StreamPublication(publication, position.epoch(), false, Optional.empty());
    }

    @Test
    @Proves("R16")
    void whatIsLostAndFollowedByNothingIsFoundByTheCheck() {
        JsonClient alice = checking.connect("alice");
        alice.subscribe("silent");
        publish(checking, "silent");
        alice.awaitPublication("silent");

        checkedBroker.losing(() -> publish(checking, "silent"));

        JsonMessage unsubscribed = alice.awaitPush(push -> push.at("push").has("unsubscribe"));
        assertEquals(2500, unsubscribed.at("push", "unsubscribe", "code").asInt());
        assertTrue(alice.isOpen());
    }

    @Test
    void aPositionThatIsRightIsLeftAlone() {
        JsonClient alice = checking.connect("alice");
        alice.subscribe("right");
        publish(checking, "right");
        alice.awaitPublication("right");
        JsonClient bob = checking.connect("bob");
        bob.subscribe("lost");
        checkedBroker.losing(() -> publish(checking, "lost"));

        // Both were due at the same time: when one is found, the other was looked at.
        bob.awaitPush(push -> push.at("push").has("unsubscribe"));

        publish(checking, "right");
        assertEquals(
                2, alice.awaitPublication("right").at("push", "pub", "offset").asInt());
    }

    private static void publish(GatewayExtension to, String channel) {
        to.gateway()
                .channels()
                .publish(channel, Payload.json("{}"), PublishTerms.PLAIN)
                .toCompletableFuture()
                .join();
    }
}
