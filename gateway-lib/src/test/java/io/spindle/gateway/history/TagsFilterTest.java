package io.spindle.gateway.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.DeltaOptions;
import io.spindle.gateway.api.channel.HistoryOptions;
import io.spindle.gateway.api.channel.PublishTerms;
import io.spindle.gateway.api.channel.RecoveryMode;
import io.spindle.gateway.api.channel.RecoveryOptions;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.JsonMessage;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.protocol.StreamPosition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Subscribers that want some publications only. */
class TagsFilterTest {
    private static final ChannelOptions OPTIONS = ChannelOptions.BROADCAST
            .withHistory(HistoryOptions.of(10, Duration.ofMinutes(5)))
            .withRecovery(RecoveryOptions.ALWAYS)
            .withDelta(DeltaOptions.FOSSIL)
            .withTagsFilter(true);
    private static final String BITCOIN = "{\"key\":\"t\",\"cmp\":\"eq\",\"val\":\"BTC\"}";

    @RegisterExtension
    static final GatewayExtension gateway =
            new GatewayExtension(builder -> builder.channelPolicy(new AllowAll(OPTIONS)));

    @RegisterExtension
    static final GatewayExtension cache = new GatewayExtension(builder -> builder.channelPolicy(
            new AllowAll(OPTIONS.withRecovery(RecoveryOptions.ALWAYS.withMode(RecoveryMode.CACHE)))));

    @RegisterExtension
    static final GatewayExtension without =
            new GatewayExtension(builder -> builder.channelPolicy(new AllowAll(OPTIONS.withTagsFilter(false))));

    @Test
    @Proves("F3")
    void whatDoesNotMatchIsNotSentAndThePositionAdvances() {
        JsonClient alice = gateway.connect("alice");
        subscribe(alice, "f3", BITCOIN, "");

        publish(gateway, "f3", "BTC", "ETH", "ETH", "BTC");

        assertEquals(1, offset(alice, "f3"));
        assertEquals(4, offset(alice, "f3"));
        assertFalse(alice.hasReceived(push -> push.at("push").has("unsubscribe")));
    }

    @Test
    @Proves("F4")
    void recoveryGivesTheMatchingOnesAndIsRecovered() {
        String epoch = publish(gateway, "f4", "BTC", "ETH", "BTC", "ETH", "BTC").epoch();
        JsonClient alice = gateway.connect("alice");

        JsonMessage reply =
                subscribe(alice, "f4", BITCOIN, ",\"recover\":true,\"offset\":1,\"epoch\":\"" + epoch + "\"");
        publish(gateway, "f4", "BTC");

        assertTrue(reply.at("subscribe", "recovered").asBoolean());
        assertEquals(List.of(3, 5), offsets(reply));
        assertEquals(6, offset(alice, "f4"));
    }

    @Test
    void theLatestThatMatchesIsRecoveredFromACache() {
        publish(cache, "f5", "BTC", "BTC", "ETH");
        JsonClient alice = cache.connect("alice");

        assertEquals(List.of(2), offsets(subscribe(alice, "f5", BITCOIN, ",\"recover\":true")));
    }

    @Test
    @Proves("D11")
    void deltasAreNotUsedWithAFilter() {
        JsonClient alice = gateway.connect("alice");

        assertFalse(subscribe(alice, "d11", BITCOIN, ",\"delta\":\"fossil\"")
                .at("subscribe")
                .has("delta"));
    }

    @Test
    @Proves("F1")
    void whereFiltersAreNotAllowedOneIsABadRequest() {
        JsonClient alice = without.connect("alice");

        assertEquals(107, subscribe(alice, "f1", BITCOIN, "").errorCode());
        assertEquals(0, without.gateway().subscriberCount("f1"));
    }

    @ParameterizedTest
    @Proves("F1")
    @ValueSource(
            strings = {
                "{}",
                "{\"op\":\"xor\",\"nodes\":[]}",
                "{\"op\":\"not\",\"nodes\":[]}",
                "{\"op\":\"and\",\"nodes\":[null]}",
                "{\"key\":\"t\",\"cmp\":\"eq\"}",
                "{\"cmp\":\"eq\",\"val\":\"x\"}"
            })
    void aFilterThatMeansNothingIsABadRequest(String filter) {
        JsonClient alice = gateway.connect("alice");

        assertEquals(107, subscribe(alice, "malformed", filter, "").errorCode());
        assertTrue(alice.isOpen());
    }

    private static JsonMessage subscribe(JsonClient client, String channel, String filter, String more) {
        return client.call("subscribe", "{\"channel\":\"" + channel + "\",\"tf\":" + filter + more + "}");
    }

    private static int offset(JsonClient client, String channel) {
        return client.awaitPublication(channel).at("push", "pub", "offset").asInt();
    }

    private static List<Integer> offsets(JsonMessage reply) {
        List<Integer> offsets = new ArrayList<>();
        reply.at("subscribe", "publications")
                .forEach(publication -> offsets.add(publication.path("offset").asInt()));
        return offsets;
    }

    /** One publication for each tag. */
    private static StreamPosition publish(GatewayExtension to, String channel, String... tags) {
        StreamPosition last = StreamPosition.ZERO;
        for (String tag : tags) {
            last = to.gateway()
                    .channels()
                    .publish(channel, Payload.json("{}"), PublishTerms.PLAIN.withTags(Map.of("t", tag)))
                    .toCompletableFuture()
                    .join();
        }
        return last;
    }
}
