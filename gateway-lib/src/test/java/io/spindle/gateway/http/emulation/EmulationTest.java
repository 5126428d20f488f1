package io.spindle.gateway.http.emulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.HeldTransport;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.Delivery;
import io.spindle.gateway.broker.memory.MemoryCluster;
import io.spindle.gateway.client.EmulatedClient;
import io.spindle.gateway.redis.Await;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Commands that come beside their connection. */
class EmulationTest {
    private static final ChannelOptions RELAY = ChannelOptions.BROADCAST.withDelivery(Delivery.RELAY);

    private final MemoryCluster cluster = new MemoryCluster();
    private final HeldTransport transport = new HeldTransport();

    @RegisterExtension
    final GatewayExtension east = new GatewayExtension(
            builder -> builder.cluster(cluster).channelPolicy(new AllowAll()).httpStream(true));

    @RegisterExtension
    final GatewayExtension west = new GatewayExtension(
            builder -> builder.cluster(cluster).channelPolicy(new AllowAll()).sse(true));

    @RegisterExtension
    final GatewayExtension narrow = new GatewayExtension(builder -> builder.channelPolicy(new AllowAll(RELAY))
            .workers(transport.router(), transport)
            .httpStream(true)
            .maxPending(2)
            .maxEmulatedBytes(2_000)
            .shutdownTimeout(Duration.ZERO));

    @AfterEach
    void answerAll() {
        transport.acceptAll();
    }

    @Test
    void anyGatewayTakesThem() throws IOException {
        try (EmulatedClient alice = EmulatedClient.httpStream(port(east), port(west), Tokens.of("alice"))) {
            assertEquals(204, alice.send("{\"id\":2,\"subscribe\":{\"channel\":\"far\"}}"));

            assertTrue(alice.reply(2).has("subscribe"));
            assertEquals(1, east.gateway().subscriberCount("far"));
        }
    }

    @Test
    void thoseOfOneBodyAreHandledInOrder() throws IOException {
        try (EmulatedClient alice = EmulatedClient.httpStream(port(east), port(west), Tokens.of("alice"))) {
            alice.send("{\"id\":2,\"subscribe\":{\"channel\":\"order\"}}\n"
                    + IntStream.range(3, 103)
                            .mapToObj(id -> publish(id, "order"))
                            .collect(Collectors.joining("\n")));

            for (int id = 3; id < 103; id++) {
                assertEquals(
                        id,
                        alice.next(message -> message.at("/push/pub").isObject())
                                .at("/push/pub/data")
                                .asInt());
            }
        }
    }

    @Test
    void malformedOnesEndTheConnection() throws IOException {
        try (EmulatedClient alice = EmulatedClient.httpStream(port(east), port(east), Tokens.of("alice"))) {
            assertEquals(204, alice.send("nonsense"));

            assertEquals(3501, alice.next().at("/push/disconnect/code").asInt());
        }
    }

    @Test
    void whileTooManyAreUnansweredTheyWait() throws IOException {
        try (EmulatedClient alice = EmulatedClient.httpStream(port(narrow), port(narrow), Tokens.of("alice"))) {
            for (int id = 2; id < 8; id++) {
                assertEquals(204, alice.send(publish(id, "busy")));
            }
            Await.until("two are with a worker", () -> transport.count() == 2);

            transport.acceptAll();

            // A reply comes when its worker has answered, which need not be the order of the commands.
            Set<Integer> answered = new TreeSet<>();
            while (answered.size() < 6) {
                JsonNode reply = alice.next(message -> message.has("id"));
                assertTrue(reply.has("publish"), reply::toString);
                answered.add(reply.path("id").asInt());
            }
            assertEquals(List.of("2", "3", "4", "5", "6", "7"), transport.taken());
        }
    }

    @Test
    void moreThanMayWaitEndsTheConnection() throws IOException {
        try (EmulatedClient alice = EmulatedClient.httpStream(port(narrow), port(narrow), Tokens.of("alice"))) {
            for (int id = 2; id < 60; id++) {
                assertEquals(204, alice.send(publish(id, "flood")));
            }

            assertEquals(
                    3013,
                    alice.next(message -> message.at("/push/disconnect").isObject())
                            .at("/push/disconnect/code")
                            .asInt());
        }
    }

    @Test
    void theSessionOfAnEndedConnectionIsUnknown() throws IOException {
        EmulatedClient alice = EmulatedClient.httpStream(port(east), port(east), Tokens.of("alice"));
        alice.close();
        Await.until("gone", () -> east.gateway().connectionCount() == 0);

        assertEquals(204, alice.send("{\"id\":2,\"subscribe\":{\"channel\":\"late\"}}"));
        assertEquals(0, east.gateway().subscriberCount("late"));
    }

    private static String publish(int id, String channel) {
        return "{\"id\":" + id + ",\"publish\":{\"channel\":\"" + channel + "\",\"data\":" + id + "}}";
    }

    private static int port(GatewayExtension gateway) {
        return gateway.gateway().port();
    }
}
