package io.spindle.gateway.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.HistoryOptions;
import io.spindle.gateway.api.channel.PublishTerms;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.JsonMessage;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.protocol.StreamPosition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What clients read of a channel's history. */
class HistoryTest {
    private static final ChannelOptions OPTIONS =
            ChannelOptions.BROADCAST.withHistory(HistoryOptions.of(8, Duration.ofMinutes(5)));

    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(
            builder -> builder.channelPolicy(new AllowAll(OPTIONS)).maxHistoryPublications(5));

    @RegisterExtension
    static final GatewayExtension without =
            new GatewayExtension(builder -> builder.channelPolicy(new AllowAll(ChannelOptions.BROADCAST)));

    @Test
    @Proves("P11")
    void withoutALimitOnlyThePositionIsTold() {
        StreamPosition top = publish("p11", 3);

        JsonMessage reply = history("p11", "");

        assertEquals("[]", reply.at("history", "publications").toString());
        assertEquals(3, reply.at("history", "offset").asInt());
        assertEquals(top.epoch(), reply.at("history", "epoch").asText());
    }

    @Test
    @Proves("P12")
    void aLimitGivesTheOldestAndInReverseTheNewest() {
        publish("p12", 4);

        assertEquals(List.of(1, 2), offsets(history("p12", ",\"limit\":2")));
        assertEquals(List.of(4, 3), offsets(history("p12", ",\"limit\":2,\"reverse\":true")));
    }

    @Test
    @Proves("P13")
    void sinceGivesThoseAfterAndInReverseThoseBefore() {
        String epoch = publish("p13", 5).epoch();
        String since = ",\"limit\":2,\"since\":{\"offset\":3,\"epoch\":\"" + epoch + "\"}";

        assertEquals(List.of(4, 5), offsets(history("p13", since)));
        assertEquals(List.of(2, 1), offsets(history("p13", since + ",\"reverse\":true")));
        assertEquals(List.of(), offsets(history("p13", ",\"limit\":2,\"since\":{\"offset\":9}")));
        assertEquals(List.of(), offsets(history("p13", ",\"limit\":2,\"since\":{\"offset\":9},\"reverse\":true")));
    }

    @Test
    @Proves("P14")
    void aForeignEpochIsUnrecoverableAndNoEpochIsNotChecked() {
        publish("p14", 2);

        assertEquals(
                112,
                history("p14", ",\"limit\":1,\"since\":{\"offset\":1,\"epoch\":\"bad\"}")
                        .errorCode());
        assertEquals(List.of(2), offsets(history("p14", ",\"limit\":1,\"since\":{\"offset\":1}")));
    }

    @Test
    @Proves("P15")
    void nothingIsBeforeTheBeginning() {
        String epoch = publish("p15", 2).epoch();

        assertEquals(
                107,
                history("p15", ",\"limit\":1,\"since\":{\"epoch\":\"" + epoch + "\"},\"reverse\":true")
                        .errorCode());
    }

    @Test
    @Proves("P16")
    void moreThanTheMaximumIsCutOff() {
        publish("p16", 7);

        assertEquals(List.of(1, 2, 3, 4, 5), offsets(history("p16", ",\"limit\":-1")));
        assertEquals(List.of(1, 2, 3, 4, 5), offsets(history("p16", ",\"limit\":6")));
    }

    @Test
    @Proves("P17")
    void aChannelThatWasNeverUsedHasAnEpochFromThenOn() {
        JsonMessage reply = history("p17", ",\"limit\":5");

        assertEquals("[]", reply.at("history", "publications").toString());
        assertEquals(0, reply.at("history", "offset").asInt(-1));
        String epoch = reply.at("history", "epoch").asText();
        assertFalse(epoch.isEmpty());
        assertEquals(epoch, history("p17", "").at("history", "epoch").asText());
        assertEquals(epoch, publish("p17", 1).epoch());
    }

    @Test
    @Proves("P18")
    void whereThereIsNoneItIsNotAvailable() {
        assertEquals(
                108,
                without.connect("alice")
                        .call("history", "{\"channel\":\"p18\"}")
                        .errorCode());
    }

    @Test
    void publicationsOfClientsCarryTheirInfo() {
        JsonClient alice = gateway.connect("alice");
        alice.publish("info", "{\"a\":1}");

        assertEquals(
                "alice",
                history("info", ",\"limit\":1")
                        .at("history", "publications")
                        .get(0)
                        .path("info")
                        .path("user")
                        .asText());
    }

    @Test
    @Proves("S4")
    void anEmptyChannelEndsTheConnection() {
        JsonClient alice = gateway.connect("alice");

        alice.send("history", "{\"channel\":\"\"}");

        alice.expectClose(3501);
    }

    private static JsonMessage history(String channel, String more) {
        return gateway.connect("reader").call("history", "{\"channel\":\"" + channel + "\"" + more + "}");
    }

    private static List<Integer> offsets(JsonMessage reply) {
        List<Integer> offsets = new ArrayList<>();
        reply.at("history", "publications")
                .forEach(publication -> offsets.add(publication.path("offset").asInt()));
        return offsets;
    }

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
}
