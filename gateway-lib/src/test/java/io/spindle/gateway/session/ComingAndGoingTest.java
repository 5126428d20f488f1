package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.ProtocolClient;
import io.spindle.gateway.protocol.Encoding;
import io.spindle.gateway.redis.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever comes and goes, however often and in whatever way, leaves nothing behind. */
class ComingAndGoingTest {
    private static final int THREADS = 8;
    private static final int LIVES = 25;
    private static final List<String> CHANNELS =
            IntStream.range(0, 6).mapToObj(n -> "channel-" + n).toList();

    @RegisterExtension
    final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(
            new AllowAll(ChannelOptions.BROADCAST.withPresence(true).withJoinLeave(true))));

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void manyClientsLeaveNothingBehind() throws Exception {
        List<Future<?>> clients = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Random random = new Random(i);
            clients.add(threads.submit(() -> {
                for (int life = 0; life < LIVES; life++) {
                    live(random);
                }
            }));
        }
        for (Future<?> client : clients) {
            client.get(60, TimeUnit.SECONDS);
        }

        assertNothingIsLeft();
    }

    @Test
    void hundredsOfCyclesWithoutAPauseAreAllAnswered() throws Exception {
        JsonClient alice = gateway.connect("alice");
        for (int frame = 0; frame < 20; frame++) {
            int first = 100 + frame * 40;
            alice.raw()
                    .sendText(IntStream.range(0, 20)
                            .mapToObj(n ->
                                    "{\"id\":" + (first + 2 * n) + ",\"subscribe\":{\"channel\":\"cycle\"}}\n{\"id\":"
                                            + (first + 2 * n + 1) + ",\"unsubscribe\":{\"channel\":\"cycle\"}}")
                            .collect(Collectors.joining("\n")));
        }

        for (int id = 100; id < 900; id++) {
            assertEquals(0, alice.awaitReply(id).errorCode());
        }
        alice.close();
        assertNothingIsLeft();
    }

    private void live(Random random) {
        ProtocolClient client =
                gateway.connect(random.nextBoolean() ? Encoding.JSON : Encoding.PROTOBUF, "user" + random.nextInt(4));
        List<String> subscribed = new ArrayList<>();
        for (int step = random.nextInt(12); step > 0; step--) {
            String channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
            if (subscribed.remove(channel)) {
                assertEquals(0, client.unsubscribe(channel));
            } else {
                assertEquals(0, client.subscribe(channel));
                subscribed.add(channel);
                assertTrue(client.presence(channel).contains(client.clientId()));
            }
        }
        if (random.nextBoolean()) {
            client.close();
        } else {
            client.raw().abort();
        }
    }

    private void assertNothingIsLeft() throws Exception {
        Await.until("no connection is left", () -> gateway.gateway().connectionCount() == 0);
        Await.until("no channel is left", () -> gateway.gateway().channelCount() == 0);
        for (String channel : CHANNELS) {
            assertEquals(
                    List.of(),
                    gateway.gateway().presence(channel).toCompletableFuture().get());
        }
    }
}
