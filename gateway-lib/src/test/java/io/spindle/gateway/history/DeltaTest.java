package io.spindle.gateway.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.github.centrifugal.centrifuge.internal.protocol.Protocol;
import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.DeltaOptions;
import io.spindle.gateway.api.channel.HistoryOptions;
import io.spindle.gateway.api.channel.PublishTerms;
import io.spindle.gateway.api.channel.RecoveryOptions;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.JsonMessage;
import io.spindle.gateway.client.ProtobufClient;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.delta.FossilPatch;
import io.spindle.gateway.protocol.StreamPosition;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Publications as differences to the ones before them. */
class DeltaTest {
    private static final ChannelOptions OPTIONS = ChannelOptions.BROADCAST
            .withHistory(HistoryOptions.of(10, Duration.ofMinutes(5)))
            .withRecovery(RecoveryOptions.ALWAYS)
            .withDelta(DeltaOptions.FOSSIL);
    private static final String FIRST =
            "{\"sym\":\"BTC\",\"price\":50000,\"vol\":1200,\"note\":\"the quick brown fox jumps over the lazy dog\"}";
    private static final String SECOND = FIRST.replace("50000", "50001");
    private static final String THIRD = SECOND.replace("1200", "1300");

    @RegisterExtension
    static final GatewayExtension gateway =
            new GatewayExtension(builder -> builder.channelPolicy(new AllowAll(OPTIONS)));

    @RegisterExtension
    static final GatewayExtension without =
            new GatewayExtension(builder -> builder.channelPolicy(new AllowAll(OPTIONS.withDelta(DeltaOptions.NONE))));

    @Test
    @Proves({"D1", "D2"})
    void theFirstIsWholeAndTheNextArePatchesInStrings() {
        JsonClient alice = gateway.connect("alice");
        assertTrue(subscribe(alice, "d1").at("subscribe", "delta").asBoolean());

        publish("d1", FIRST);
        publish("d1", SECOND);
        publish("d1", THIRD);

        JsonNode first = alice.awaitPublication("d1").at("push", "pub");
        assertEquals(FIRST, first.path("data").textValue());
        assertFalse(first.has("delta"));
        assertEquals(SECOND, patched(FIRST, alice.awaitPublication("d1")));
        assertEquals(THIRD, patched(SECOND, alice.awaitPublication("d1")));
    }

    @Test
    @Proves("D3")
    void aPatchThatIsNotShorterGoesOutWholeAndIsTheNextBase() {
        JsonClient alice = gateway.connect("alice");
        subscribe(alice, "d3");
        publish("d3", FIRST);
        publish("d3", "{\"a\":1}");
        publish("d3", FIRST);
        publish("d3", SECOND);

        alice.awaitPublication("d3");
        JsonNode whole = alice.awaitPublication("d3").at("push", "pub");
        assertEquals("{\"a\":1}", whole.path("data").textValue());
        assertFalse(whole.has("delta"));
        assertEquals(
                FIRST, alice.awaitPublication("d3").at("push", "pub", "data").textValue());
        assertEquals(SECOND, patched(FIRST, alice.awaitPublication("d3")));
    }

    @Test
    @Proves("D4")
    void recoveredPublicationsArePatchesToEachOtherAndLiveOnesGoOn() {
        String epoch = publish("d4", "{}").epoch();
        publish("d4", FIRST);
        publish("d4", SECOND);
        JsonClient alice = gateway.connect("alice");

        JsonMessage reply = recover(alice, "d4", epoch, 1);
        publish("d4", THIRD);

        JsonNode publications = reply.at("subscribe", "publications");
        assertEquals(FIRST, publications.get(0).path("data").textValue());
        assertTrue(publications.get(1).path("delta").asBoolean());
        assertEquals(SECOND, apply(FIRST, publications.get(1).path("data").textValue()));
        assertEquals(THIRD, patched(SECOND, alice.awaitPublication("d4")));
    }

    @Test
    @Proves("D5")
    void whereNothingWasRecoveredTheNextIsWhole() {
        String epoch = publish("d5", FIRST).epoch();
        JsonClient alice = gateway.connect("alice");
        recover(alice, "d5", epoch, 1);

        publish("d5", SECOND);

        JsonNode next = alice.awaitPublication("d5").at("push", "pub");
        assertEquals(SECOND, next.path("data").textValue());
        assertFalse(next.has("delta"));
    }

    @Test
    void aPublicationThatIsInNoStreamIsNoBase() {
        JsonClient alice = gateway.connect("alice");
        subscribe(alice, "skipped");
        publish("skipped", FIRST);
        gateway.gateway()
                .channels()
                .publish(
                        "skipped",
                        Payload.json("{\"x\":1}"),
                        new PublishTerms(java.util.Optional.empty(), java.util.Map.of(), true, false, "", 0, ""))
                .toCompletableFuture()
                .join();
        publish("skipped", SECOND);
        publish("skipped", THIRD);

        alice.awaitPublication("skipped");
        assertEquals(
                "{\"x\":1}",
                alice.awaitPublication("skipped").at("push", "pub", "data").textValue());
        assertEquals(
                SECOND,
                alice.awaitPublication("skipped").at("push", "pub", "data").textValue());
        assertEquals(THIRD, patched(SECOND, alice.awaitPublication("skipped")));
    }

    @Test
    @Proves("D6")
    void eachSubscriberGetsItsOwnFormWithTheSameOffset() {
        JsonClient patched = gateway.connect("alice");
        JsonClient plain = gateway.connect("bob");
        ProtobufClient binary = gateway.connectProtobuf("carol");
        subscribe(patched, "d6");
        plain.subscribe("d6");
        binary.call(command -> command.setSubscribe(withDelta(
                Protocol.SubscribeRequest.newBuilder().setChannel("d6").build())));
        publish("d6", FIRST);
        publish("d6", SECOND);

        patched.awaitPublication("d6");
        plain.awaitPublication("d6");
        assertEquals(FIRST, binary.awaitPublication("d6").getPub().getData().toStringUtf8());
        JsonMessage patch = patched.awaitPublication("d6");
        assertEquals(SECOND, patched(FIRST, patch));
        assertEquals(2, patch.at("push", "pub", "offset").asInt());
        JsonNode full = plain.awaitPublication("d6").at("push", "pub");
        assertEquals(50001, full.path("data").path("price").asInt());
        assertEquals(2, full.path("offset").asInt());
        Protocol.Publication bytes = binary.awaitPublication("d6").getPub();
        assertTrue(isPatch(bytes));
        assertEquals(2, bytes.getOffset());
        assertEquals(
                SECOND,
                new String(
                        FossilPatch.apply(
                                FIRST.getBytes(StandardCharsets.UTF_8),
                                bytes.getData().toByteArray()),
                        StandardCharsets.UTF_8));
    }

    @Test
    @Proves("D10")
    void historyHoldsNoDeltas() {
        publish("d10", FIRST);
        publish("d10", SECOND);

        JsonNode second = gateway.connect("alice")
                .call("history", "{\"channel\":\"d10\",\"limit\":2}")
                .at("history", "publications")
                .get(1);

        assertEquals(50001, second.path("data").path("price").asInt());
        assertFalse(second.has("delta"));
    }

    @Test
    @Proves("S9")
    void whereDeltasAreNotAllowedTheyAreNotGranted() {
        JsonMessage reply = subscribe(without.connect("alice"), "plain");

        assertEquals(0, reply.errorCode());
        assertFalse(reply.at("subscribe").has("delta"));
    }

    /** The SDK's generated classes are older than field 12, {@code delta}. */
    private static Protocol.SubscribeRequest withDelta(Protocol.SubscribeRequest request) {
        try {
            return Protocol.SubscribeRequest.parseFrom(
                    request.toByteString().concat(ByteString.copyFromUtf8("\142\6fossil")));
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    /** Nor do they know field 8, {@code delta}; what they do not know they keep, behind all else. */
    private static boolean isPatch(Protocol.Publication publication) {
        return publication.toByteString().endsWith(ByteString.copyFrom(new byte[] {8 << 3, 1}));
    }

    private static JsonMessage subscribe(JsonClient client, String channel) {
        return client.call("subscribe", "{\"channel\":\"" + channel + "\",\"delta\":\"fossil\"}");
    }

    private static JsonMessage recover(JsonClient client, String channel, String epoch, int offset) {
        return client.call(
                "subscribe",
                "{\"channel\":\"" + channel + "\",\"delta\":\"fossil\",\"recover\":true,\"epoch\":\"" + epoch
                        + "\",\"offset\":" + offset + "}");
    }

    private static StreamPosition publish(String channel, String data) {
        return gateway.gateway()
                .channels()
                .publish(channel, Payload.json(data), PublishTerms.PLAIN)
                .toCompletableFuture()
                .join();
    }

    /** What a client makes of a patch. */
    private static String patched(String base, JsonMessage push) {
        assertTrue(push.at("push", "pub", "delta").asBoolean(), push::text);
        return apply(base, push.at("push", "pub", "data").textValue());
    }

    private static String apply(String base, String patch) {
        return new String(
                FossilPatch.apply(base.getBytes(StandardCharsets.UTF_8), patch.getBytes(StandardCharsets.UTF_8)),
                StandardCharsets.UTF_8);
    }
}
