package io.spindle.gateway.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.Grant;
import io.spindle.gateway.api.channel.HistoryOptions;
import io.spindle.gateway.api.channel.PublishTerms;
import io.spindle.gateway.api.channel.RecoveryMode;
import io.spindle.gateway.api.channel.RecoveryOptions;
import io.spindle.gateway.client.JsonMessage;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.protocol.StreamPosition;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Channels in which only the latest publication counts. */
class CacheRecoveryTest {
    private static final ChannelOptions CACHE = ChannelOptions.BROADCAST
            .withHistory(HistoryOptions.of(1, Duration.ofMinutes(5)))
            .withRecovery(RecoveryOptions.ALWAYS.withMode(RecoveryMode.CACHE));

    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(new AllowAll(CACHE)));

    @RegisterExtension
    static final GatewayExtension always = new GatewayExtension(builder -> builder.channelPolicy(new AllowAll(
            CACHE.withRecovery(new RecoveryOptions(Grant.NEVER, Grant.ALWAYS, RecoveryMode.CACHE, true)))));

    @Test
    @Proves("R18")
    void whoRecoversWithoutAPositionGetsTheLatest() {
        publish(gateway, "latest", 3);

        JsonMessage reply = recover("latest", "", 0);

        assertTrue(reply.at("subscribe", "recovered").asBoolean());
        assertEquals(
                "[{\"data\":{\"n\":3},\"offset\":3}]",
                reply.at("subscribe", "publications").toString());
        assertFalse(reply.at("subscribe").has("offset"));
    }

    @Test
    @Proves("R19")
    void whoHasTheLatestGetsNothing() {
        StreamPosition top = publish(gateway, "known", 3);

        JsonMessage reply = recover("known", top.epoch(), 3);

        assertTrue(reply.at("subscribe", "recovered").asBoolean());
        assertFalse(reply.at("subscribe").has("publications"));
    }

    @Test
    @Proves("R19")
    void whereNothingIsKeptNothingIsRecovered() {
        JsonMessage reply = recover("nothing", "", 0);

        assertFalse(reply.at("subscribe").has("recovered"));
        assertTrue(reply.at("subscribe", "was_recovering").asBoolean());
    }

    @Test
    void aForeignPositionGetsTheLatestToo() {
        publish(gateway, "foreign", 2);

        assertEquals(
                1,
                recover("foreign", "other", 9).at("subscribe", "publications").size());
    }

    @Test
    void aChannelMayGiveTheLatestUnasked() {
        publish(always, "unasked", 2);

        JsonMessage reply = always.connect("alice").subscribe("unasked");

        assertTrue(reply.at("subscribe", "recovered").asBoolean());
        assertTrue(reply.at("subscribe", "was_recovering").asBoolean());
        assertEquals(
                "[{\"data\":{\"n\":2},\"offset\":2}]",
                reply.at("subscribe", "publications").toString());
    }

    private static JsonMessage recover(String channel, String epoch, int offset) {
        return gateway.connect("alice")
                .call(
                        "subscribe",
                        "{\"channel\":\"" + channel + "\",\"recover\":true,\"epoch\":\"" + epoch + "\",\"offset\":"
                                + offset + "}");
    }

    private static StreamPosition publish(GatewayExtension to, String channel, int count) {
        StreamPosition last = StreamPosition.ZERO;
        for (int i = 1; i <= count; i++) {
            last = to.gateway()
                    .channels()
                    .publish(channel, Payload.json("{\"n\":" + i + "}"), PublishTerms.PLAIN)
                    .toCompletableFuture()
                    .join();
        }
        return last;
    }
}
