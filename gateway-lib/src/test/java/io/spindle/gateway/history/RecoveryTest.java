package io.spindle.gateway.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.HistoryOptions;
import io.spindle.gateway.api.channel.PublishTerms;
import io.spindle.gateway.api.channel.RecoveryOptions;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.JsonMessage;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.protocol.StreamPosition;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a client that was away gets when it subscribes again. */
class RecoveryTest {
    private static final ChannelOptions OPTIONS = ChannelOptions.BROADCAST
            .withHistory(HistoryOptions.of(10, Duration.ofMinutes(5)))
            .withRecovery(RecoveryOptions.ALWAYS);

    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(
            builder -> builder.channelPolicy(new AllowAll(OPTIONS)).maxRecoveredPublications(5));

    @RegisterExtension
    static final GatewayExtension without =
            new GatewayExtension(builder -> builder.channelPolicy(new AllowAll(ChannelOptions.BROADCAST)));

    @Test
    @Proves("R1")
    void aRecoverableSubscriptionTellsThePositionOfAnEmptyStream() {
        JsonMessage reply = gateway.connect("alice").subscribe("r1");

        assertTrue(reply.at("subscribe", "recoverable").asBoolean());
        assertTrue(reply.at("subscribe", "positioned").asBoolean());
        assertFalse(reply.at("subscribe", "epoch").asText().isEmpty());
        assertFalse(reply.at("subscribe").has("offset"));
    }

    @Test
    @Proves("R1")
    void thePositionOfAStreamIsItsTop() {
        StreamPosition top = publish("top", 3);

        JsonMessage reply = gateway.connect("alice").subscribe("top");

        assertEquals(3, reply.at("subscribe", "offset").asInt());
        assertEquals(top.epoch(), reply.at("subscribe", "epoch").asText());
        assertFalse(reply.at("subscribe").has("publications"));
    }

    @Test
    @Proves("R2")
    void theFirstPublicationOfAStreamCarriesItsEpochAndLaterOnesDoNot() {
        JsonClient alice = gateway.connect("alice");
        String epoch = alice.subscribe("r2").at("subscribe", "epoch").asText();

        publish("r2", 2);

        JsonMessage first = alice.awaitPublication("r2");
        assertEquals(1, first.at("push", "pub", "offset").asInt());
        assertEquals(epoch, first.at("push", "pub", "epoch").asText());
        JsonMessage second = alice.awaitPublication("r2");
        assertEquals(2, second.at("push", "pub", "offset").asInt());
        assertFalse(second.at("push", "pub").has("epoch"));
    }

    @Test
    @Proves("R3")
    void missedPublicationsComeInOrderBehindThePositionThatWasAskedFor() {
        String epoch = publish("r3", 3).epoch();

        JsonMessage reply = recover("r3", epoch, 1);

        assertEquals(
                "{\"recoverable\":true,\"epoch\":\"" + epoch + "\",\"publications\":[{\"data\":{\"n\":2},\"offset\":2},"
                        + "{\"data\":{\"n\":3},\"offset\":3}],\"recovered\":true,\"offset\":1,\"positioned\":true,"
                        + "\"was_recovering\":true}",
                sorted(reply));
    }

    @Test
    @Proves("R4")
    void whoMissedNothingIsRecoveredWithoutPublications() {
        String epoch = publish("r4", 3).epoch();

        JsonMessage reply = recover("r4", epoch, 3);

        assertTrue(reply.at("subscribe", "recovered").asBoolean());
        assertFalse(reply.at("subscribe").has("publications"));
        assertEquals(3, reply.at("subscribe", "offset").asInt());
    }

    @Test
    @Proves("R5")
    void aForeignEpochIsNotRecovered() {
        publish("r5", 3);

        assertLost(recover("r5", "_", 0), 3);
    }

    @Test
    @Proves("R6")
    void aPositionAheadOfTheStreamIsNotRecovered() {
        String epoch = publish("r6", 3).epoch();

        assertLost(recover("r6", epoch, 4), 3);
    }

    @Test
    @Proves("R7")
    void whereHistoryWasTrimmedNothingIsRecoveredAndLiveGoesOn() {
        String epoch = publish("r7", 12).epoch();
        JsonClient alice = gateway.connect("alice");

        assertLost(recover(alice, "r7", epoch, 1, 0), 12);

        publish("r7", 1);
        assertEquals(
                13, alice.awaitPublication("r7").at("push", "pub", "offset").asInt());
    }

    @Test
    @Proves("R8")
    void moreThanTheLimitIsNotRecovered() {
        String epoch = publish("r8", 8).epoch();

        assertLost(recover("r8", epoch, 2), 8);
        assertTrue(recover("r8", epoch, 3).at("subscribe", "recovered").asBoolean());
    }

    @Test
    @Proves("R9")
    void whoRejectsWhatIsNotRecoveredGetsError112AndNoSubscription() {
        publish("r9", 1);
        JsonClient alice = gateway.connect("alice");

        assertEquals(112, recover(alice, "r9", "_", 0, 2).errorCode());
        assertEquals(0, gateway.gateway().subscriberCount("r9"));
        assertEquals(0, alice.subscribe("r9").errorCode());
    }

    @Test
    @Proves("R10")
    void withoutAPositionTheWholeStreamComesIfItIsAllThere() {
        publish("r10", 3);

        JsonMessage reply = gateway.connect("alice").call("subscribe", "{\"channel\":\"r10\",\"recover\":true}");

        assertTrue(reply.at("subscribe", "recovered").asBoolean());
        assertEquals(3, reply.at("subscribe", "publications").size());
        assertFalse(reply.at("subscribe").has("offset"));
    }

    @Test
    @Proves("R11")
    void whereNothingCanBeRecoveredTheWishIsNotedOnly() {
        JsonMessage reply =
                without.connect("alice").call("subscribe", "{\"channel\":\"r11\",\"recover\":true,\"epoch\":\"e\"}");

        assertEquals("{\"was_recovering\":true}", reply.at("subscribe").toString());
    }

    @Test
    @Proves("R17")
    void afterItsHistoryIsRemovedAStreamGoesOn() {
        StreamPosition top = publish("r17", 2);
        JsonClient alice = gateway.connect("alice");
        alice.subscribe("r17");

        gateway.gateway().channels().removeHistory("r17").toCompletableFuture().join();
        publish("r17", 1);

        assertEquals(
                3, alice.awaitPublication("r17").at("push", "pub", "offset").asInt());
        assertEquals(
                top.epoch(),
                gateway.connect("bob").subscribe("r17").at("subscribe", "epoch").asText());
        assertTrue(alice.isOpen());
    }

    private static void assertLost(JsonMessage reply, int top) {
        assertTrue(reply.at("subscribe", "was_recovering").asBoolean(), reply::text);
        assertFalse(reply.at("subscribe").has("recovered"), reply::text);
        assertFalse(reply.at("subscribe").has("publications"), reply::text);
        assertEquals(top, reply.at("subscribe", "offset").asInt(), reply::text);
    }

    private static JsonMessage recover(String channel, String epoch, int offset) {
        return recover(gateway.connect("alice"), channel, epoch, offset, 0);
    }

    private static JsonMessage recover(JsonClient client, String channel, String epoch, int offset, int flag) {
        return client.call(
                "subscribe",
                "{\"channel\":\"" + channel + "\",\"recover\":true,\"epoch\":\"" + epoch + "\",\"offset\":" + offset
                        + ",\"flag\":" + flag + "}");
    }

    /** Publishes {@code {"n":1}} and so on; returns the last one's position. */
    private static StreamPosition publish(String channel, int count) {
        StreamPosition last = StreamPosition.ZERO;
        for (int i = 1; i <= count; i++) {
            last = gateway.gateway()
                    .channels()
                    .publish(channel, Payload.json("{\"n\":" + i + "}"), PublishTerms.PLAIN)
                    .toCompletableFuture()
                    .join();
        }
        return last;
    }

    /** The result with its fields in the order of the protocol's documentation. */
    private static String sorted(JsonMessage reply) {
        return Results.inOrder(
                reply.at("subscribe"),
                "recoverable",
                "epoch",
                "publications",
                "recovered",
                "offset",
                "positioned",
                "was_recovering");
    }
}
