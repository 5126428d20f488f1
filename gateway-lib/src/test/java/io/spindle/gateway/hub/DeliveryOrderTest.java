package io.spindle.gateway.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.client.ChannelPush;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.ProtocolClient;
import io.spindle.gateway.protocol.Encoding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Publishers and subscribers together, while others come and go: nothing is missing, doubled or out of order. */
class DeliveryOrderTest {
    private static final List<String> CHANNELS = List.of("one", "two", "three");
    private static final int PUBLISHERS = 4;
    private static final int PER_PUBLISHER = 1_200;
    private static final int BURST = 20;

    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(new AllowAll()));

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void everySubscriberSeesEachPublishersOrder() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        List<ProtocolClient> staying = new ArrayList<>();
        for (Encoding encoding : List.of(Encoding.JSON, Encoding.PROTOBUF, Encoding.JSON)) {
            ProtocolClient client = gateway.connect(encoding, "staying");
            CHANNELS.forEach(client::subscribe);
            staying.add(client);
        }
        List<Future<?>> visitors = start(2, () -> {
            Encoding encoding = Encoding.JSON;
            while (!over.get()) {
                encoding = encoding == Encoding.JSON ? Encoding.PROTOBUF : Encoding.JSON;
                visit(encoding);
            }
            return null;
        });

        List<Future<?>> publishers = start(PUBLISHERS, DeliveryOrderTest::publishAll);
        for (ProtocolClient client : staying) {
            for (String channel : CHANNELS) {
                Map<String, Integer> next = new HashMap<>();
                int left = PUBLISHERS * PER_PUBLISHER / CHANNELS.size();
                while (left > 0) {
                    ChannelPush push = client.awaitPush(channel);
                    left -= isOfPublisher(push) ? 1 : 0;
                    assertNext(next, push, 0);
                }
            }
        }
        over.set(true);
        finish(publishers);
        finish(visitors);
    }

    /** Publishes numbers of its own to each channel in turn, in bursts, and checks that each is answered. */
    private static Void publishAll() {
        JsonClient publisher = gateway.connect("publisher");
        for (int first = 0; first < PER_PUBLISHER; first += BURST) {
            publisher
                    .raw()
                    .sendText(IntStream.range(first, first + BURST)
                            .mapToObj(n -> "{\"id\":" + (n + 10) + ",\"publish\":{\"channel\":\""
                                    + CHANNELS.get(n % CHANNELS.size()) + "\",\"data\":" + n / CHANNELS.size() + "}}")
                            .collect(Collectors.joining("\n")));
            for (int n = first; n < first + BURST; n++) {
                assertEquals(0, publisher.awaitReply(n + 10).errorCode());
            }
        }
        return null;
    }

    /** Sees a part: it may begin anywhere, and has no gap from there on. */
    private static void visit(Encoding encoding) {
        ProtocolClient visitor = gateway.connect(encoding, "visitor");
        String channel = CHANNELS.get(encoding.ordinal());
        for (int round = 0; round < 3; round++) {
            assertEquals(0, visitor.subscribe(channel));
            Map<String, Integer> next = new HashMap<>();
            // One of its own, so that there is something to see also when all others are done.
            assertEquals(0, visitor.publish(channel, "0"));
            ChannelPush push = visitor.awaitPush(channel);
            while (!push.client().equals(visitor.clientId())) {
                assertNext(next, push, next.getOrDefault(push.client(), Integer.parseInt(push.data())));
                push = visitor.awaitPush(channel);
            }
            assertEquals(0, visitor.unsubscribe(channel));
            while (visitor.hasPush(channel)) {
                ChannelPush late = visitor.awaitPush(channel);
                assertNext(next, late, next.getOrDefault(late.client(), Integer.parseInt(late.data())));
            }
        }
        visitor.close();
    }

    private static void assertNext(Map<String, Integer> next, ChannelPush push, int first) {
        if (isOfPublisher(push)) {
            int expected = next.getOrDefault(push.client(), first);
            assertEquals(expected, Integer.parseInt(push.data()), "of publisher " + push.client());
            next.put(push.client(), expected + 1);
        }
    }

    private static boolean isOfPublisher(ChannelPush push) {
        return push.user().equals("publisher");
    }

    private List<Future<?>> start(int count, Callable<?> task) {
        List<Future<?>> started = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            started.add(threads.submit(task));
        }
        return started;
    }

    private static void finish(List<Future<?>> tasks) throws Exception {
        for (Future<?> task : tasks) {
            task.get(30, TimeUnit.SECONDS);
        }
    }
}
