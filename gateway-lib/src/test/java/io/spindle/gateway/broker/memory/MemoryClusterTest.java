package io.spindle.gateway.broker.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.HistoryOptions;
import io.spindle.gateway.broker.HistoryPage;
import io.spindle.gateway.broker.HistoryQuery;
import io.spindle.gateway.broker.PublishOptions;
import io.spindle.gateway.broker.RecordingNode;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.StreamPosition;
import io.spindle.gateway.redis.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a cluster keeps in memory, and for how long. */
@Timeout(60)
class MemoryClusterTest {
    private static final HistoryOptions HISTORY = new HistoryOptions(10, Duration.ofMinutes(1), Duration.ofMinutes(10));
    private static final PublishOptions KEPT = new PublishOptions(HISTORY, false, "", 0, "");

    private final MovableClock clock = new MovableClock();
    private final MemoryCluster cluster = new MemoryCluster(clock, Duration.ofMillis(1));

    @Test
    void channelsWithoutHistoryCostNothing() {
        try (MemoryBroker broker = running("node")) {
            publish(broker, "a", PublishOptions.BROADCAST);

            assertEquals(0, cluster.streams().count());
        }
    }

    @Test
    void aStreamThatIsForgottenGivesItsMemoryBack() {
        try (MemoryBroker broker = running("node")) {
            publish(broker, "published", KEPT);
            position(broker, "read");
            assertEquals(2, cluster.streams().count());

            clock.pass(HISTORY.metaTtl());

            Await.until("no streams", () -> cluster.streams().count() == 0);
        }
    }

    @Test
    void anIdempotencyKeyIsForgottenAfterFiveMinutes() {
        PublishOptions once = new PublishOptions(HISTORY, false, "k", 0, "");
        try (MemoryBroker broker = running("node")) {
            assertEquals(1, publish(broker, "a", once).offset());
            clock.pass(FirstResults.KEPT.minusSeconds(1));
            assertEquals(1, publish(broker, "a", once).offset());

            clock.pass(Duration.ofSeconds(1));

            Await.until("no keys", () -> cluster.results().count() == 0);
            assertEquals(2, publish(broker, "a", once).offset());
        }
    }

    @Test
    void idempotencyKeysAreBoundedAndTheOldestAreForgottenFirst() {
        FirstResults results = new FirstResults(clock);
        String large = "k".repeat(1 << 20);
        for (int i = 0; i < 100; i++) {
            results.firstOr("a", large + i, result(i));
        }

        assertTrue(results.count() < 65, results.count() + " keys of 1 MiB");
        assertEquals(99, results.firstOr("a", large + 99, result(200)).join().offset());
        assertEquals(200, results.firstOr("a", large + 0, result(200)).join().offset());
    }

    @Test
    void whatIsKeptOutlivesTheNodes() {
        StreamPosition top;
        try (MemoryBroker broker = running("first life")) {
            top = publish(broker, "a", KEPT);
        }
        try (MemoryBroker broker = running("second life")) {
            assertEquals(top, position(broker, "a"));
        }
    }

    @Test
    void theTimerRunsWhileThereIsANode() {
        MemoryBroker first = running("first");
        MemoryBroker second = running("second");
        first.close();
        publish(second, "a", KEPT);
        clock.pass(HISTORY.metaTtl());
        Await.until("no streams", () -> cluster.streams().count() == 0);

        second.close();

        assertFalse(cluster.isTimed());
    }

    @Test
    void twoNodesOfOneIdAreRefused() {
        try (MemoryBroker broker = running("node")) {
            MemoryBroker other = cluster.node(Runnable::run);

            assertThrows(IllegalStateException.class, () -> other.start("node", new RecordingNode("node")));
            assertThrows(IllegalStateException.class, () -> broker.start("again", new RecordingNode("again")));
        }
    }

    @Test
    void streamsThatAreForgottenWhilePublishersAreAtThemHaveNoGaps() throws InterruptedException {
        HistoryOptions brief = new HistoryOptions(10, Duration.ofMillis(1), Duration.ofMillis(1));
        PublishOptions kept = new PublishOptions(brief, false, "", 0, "");
        AtomicBoolean over = new AtomicBoolean();
        Map<String, List<Long>> offsets = new HashMap<>();
        try (MemoryBroker broker = running("node")) {
            Thread time = new Thread(() -> {
                while (!over.get()) {
                    clock.pass(Duration.ofNanos(100_000));
                    cluster.streams().sweep(clock.getAsLong());
                }
            });
            time.start();
            List<Thread> publishers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                publishers.add(new Thread(() -> {
                    for (int n = 0; n < 20_000; n++) {
                        StreamPosition position = publish(broker, "a", kept);
                        synchronized (offsets) {
                            offsets.computeIfAbsent(position.epoch(), epoch -> new ArrayList<>())
                                    .add(position.offset());
                        }
                    }
                }));
            }
            publishers.forEach(Thread::start);
            for (Thread publisher : publishers) {
                publisher.join();
            }
            over.set(true);
            time.join();
        }

        assertTrue(offsets.size() > 1, "no stream was forgotten");
        offsets.forEach((epoch, told) -> assertEquals(
                told.size(), told.stream().mapToLong(Long::longValue).max().orElse(0), "offsets of " + epoch));
        assertFalse(offsets.values().stream()
                .anyMatch(told -> told.stream().distinct().count() != told.size()));
    }

    private MemoryBroker running(String id) {
        MemoryBroker broker = cluster.node(Runnable::run);
        broker.start(id, new RecordingNode(id));
        return broker;
    }

    private static CompletableFuture<StreamPosition> result(long offset) {
        return CompletableFuture.completedFuture(new StreamPosition(offset, "e"));
    }

    private static StreamPosition publish(MemoryBroker broker, String channel, PublishOptions options) {
        return broker.publish(channel, new Publication(Payload.json("1"), Optional.empty()), options)
                .toCompletableFuture()
                .join();
    }

    private static StreamPosition position(MemoryBroker broker, String channel) {
        return broker.history(channel, HistoryQuery.POSITION, HISTORY)
                .thenApply(HistoryPage::top)
                .toCompletableFuture()
                .join();
    }
}
