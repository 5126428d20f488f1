package io.spindle.gateway.http.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.broker.memory.MemoryCluster;
import io.spindle.gateway.client.JsonClient;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code channels} and {@code info}: over all gateways that act as one; and {@code rpc}, and what there is not. */
class ApiNodesTest {
    private final MemoryCluster cluster = new MemoryCluster();

    @RegisterExtension
    final GatewayExtension east = new GatewayExtension(builder -> builder.cluster(cluster)
            .channelPolicy(new ApiChannels())
            .apiKey(BackEnd.KEY)
            .serverApi(true));

    @RegisterExtension
    final GatewayExtension west = new GatewayExtension(builder -> builder.cluster(cluster)
            .channelPolicy(new ApiChannels())
            .apiKey(BackEnd.KEY)
            .serverApi(true));

    private final BackEnd backEnd = new BackEnd(east::gateway);

    @BeforeEach
    void subscribe() {
        subscriber(east, "alice", "plain:a", "kept:one");
        subscriber(west, "alice", "plain:a");
        subscriber(west, "bob", "plain:a", "plain:b");
    }

    @Test
    void channelsAreThoseThatHaveSubscribersAnywhere() {
        JsonNode channels = backEnd.result("channels", "{}").path("channels");

        assertEquals(3, channels.size());
        assertEquals("{\"num_clients\":3}", channels.path("plain:a").toString());
        assertEquals("{\"num_clients\":1}", channels.path("plain:b").toString());
        assertEquals("{\"num_clients\":1}", channels.path("kept:one").toString());
    }

    @ParameterizedTest
    @CsvSource({
        "plain:*,plain:a plain:b",
        "*:?,plain:a plain:b",
        "plain:[!a],plain:b",
        "'{kept,plain}:[o-z]*',kept:one",
        "plain,''",
        "*,kept:one plain:a plain:b"
    })
    void aPatternChoosesAmongThem(String pattern, String chosen) {
        JsonNode channels =
                backEnd.result("channels", "{\"pattern\":\"" + pattern + "\"}").path("channels");

        Set<String> names = new TreeSet<>();
        for (Iterator<String> each = channels.fieldNames(); each.hasNext(); ) {
            names.add(each.next());
        }
        assertEquals(chosen, String.join(" ", names));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a", "a\\\\", "[z-a]"})
    void whatIsNoPatternIsAnError(String pattern) {
        assertEquals("107 bad request", backEnd.error("channels", "{\"pattern\":\"" + pattern + "\"}"));
    }

    @Test
    void infoShowsWhatEachGatewayHolds() {
        JsonNode nodes = backEnd.result("info", "{}").path("nodes");

        assertEquals(2, nodes.size());
        JsonNode first = nodes.path(nodes.path(0).path("num_clients").asInt() == 1 ? 0 : 1);
        JsonNode second = nodes.path(nodes.path(0).path("num_clients").asInt() == 1 ? 1 : 0);
        assertNode(first, 1, 1, 2, 2);
        assertNode(second, 2, 2, 2, 3);
        assertFalse(first.path("uid").equals(second.path("uid")));
    }

    private static void assertNode(JsonNode node, int clients, int users, int channels, int subscriptions) {
        assertEquals(clients, node.path("num_clients").asInt(), node.toString());
        assertEquals(users, node.path("num_users").asInt(), node.toString());
        assertEquals(channels, node.path("num_channels").asInt(), node.toString());
        assertEquals(subscriptions, node.path("num_subs").asInt(), node.toString());
        assertFalse(node.path("uid").asText().isEmpty());
        assertFalse(node.path("name").asText().isEmpty());
        assertEquals("spindle", node.path("version").asText().split(" ")[0]);
    }

    @Test
    void thereIsNoMethodToCall() {
        assertEquals("104 not found", backEnd.error("rpc", "{\"method\":\"any\",\"params\":{\"a\":1}}"));
        assertEquals("107 bad request", backEnd.error("rpc", "{}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "map_publish",
                "map_remove",
                "map_read_state",
                "map_read_stream",
                "map_stats",
                "map_clear",
                "shared_poll_publish"
            })
    void thereAreNoMapsAndNoPolledData(String method) {
        assertEquals("108 not available", backEnd.error(method, "{\"channel\":\"plain:a\",\"key\":\"k\",\"data\":1}"));
        assertEquals(400, backEnd.ask(method, "[]").status());
    }

    private static void subscriber(GatewayExtension gateway, String user, String... channels) {
        JsonClient client = gateway.connect(user);
        for (String channel : channels) {
            assertEquals(0, client.subscribe(channel).errorCode());
        }
    }
}
