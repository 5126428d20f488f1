package io.spindle.gateway.broker.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.HistoryOptions;
import io.spindle.gateway.broker.BrokerListener;
import io.spindle.gateway.broker.ControlMessage;
import io.spindle.gateway.broker.HistoryQuery;
import io.spindle.gateway.broker.NodeState;
import io.spindle.gateway.broker.PublishOptions;
import io.spindle.gateway.broker.RecordingNode;
import io.spindle.gateway.broker.StreamPublication;
import io.spindle.gateway.protocol.ClientInfo;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.StreamPosition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Publications of one channel wait for a node that is slow; those who publish them do not. */
@Timeout(60)
class HandOverTest {
    private static final HistoryOptions HISTORY = HistoryOptions.of(100_000, Duration.ofHours(1));
    private static final PublishOptions KEPT = new PublishOptions(HISTORY, false, "", 0, "");
    private static final PublishOptions BROADCAST = PublishOptions.BROADCAST;

    private final MemoryCluster cluster = new MemoryCluster();
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> new Thread(task, "takes over"));
    private final MemoryBroker broker = cluster.node(executor);
    private final List<Long> heard = Collections.synchronizedList(new ArrayList<>());
    private final List<String> threads = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        broker.close();
        executor.shutdownNow();
    }

    @Test
    void aLonePublisherHandsOverItselfBeforeItIsAnswered() {
        start(publication -> {});

        CompletableFuture<StreamPosition> told = publish(KEPT);

        assertTrue(told.isDone());
        assertEquals(List.of(1L), heard);
        assertEquals(List.of(Thread.currentThread().getName()), threads);
    }

    @Test
    void whoComesWhileANodeIsBeingToldGoesOnAndIsAnsweredWhenItsTurnIsOver() throws InterruptedException {
        HeldNode node = new HeldNode();
        start(node);
        Thread holder = node.holdWithFirst(() -> publish(KEPT));

        CompletableFuture<StreamPosition> second = publish(KEPT);
        CompletableFuture<StreamPosition> third = publish(KEPT);

        assertFalse(second.isDone());
        assertEquals(3, top(), "what waits for nodes is readable already");
        node.release(holder);
        assertEquals(2, second.join().offset());
        assertEquals(3, third.join().offset());
        assertEquals(List.of(1L, 2L, 3L), heard);
    }

    @Test
    void whatIsInNoStreamKeepsItsPlaceBehindWhatIs() throws InterruptedException {
        HeldNode node = new HeldNode();
        start(node);
        Thread holder = node.holdWithFirst(() -> publish(KEPT));

        publish(KEPT);
        CompletableFuture<StreamPosition> live = publish(BROADCAST);

        node.release(holder);
        assertEquals(StreamPosition.ZERO, live.join());
        assertEquals(List.of(1L, 2L, 0L), heard);
    }

    @Test
    void aNodeMayPublishWhileItIsBeingTold() {
        start(publication -> {
            if (publication.publication().offset() < 4) {
                publish(KEPT);
            }
        });

        publish(KEPT);

        assertEquals(List.of(1L, 2L, 3L, 4L), heard);
    }

    @Test
    void aNodeThatFailsKeepsNothingFromOthersAndHearsTheNext() {
        MemoryBroker failing = cluster.node(executor);
        failing.start("failing", new Listener(publication -> {
            throw new IllegalStateException("a fault of this test");
        }));
        start(publication -> {});

        publish(KEPT);
        publish(KEPT);

        assertEquals(List.of(1L, 2L), heard);
        failing.close();
    }

    @Test
    void whoHasHandedOverItsShareLeavesTheRestToTheExecutor() throws InterruptedException {
        HeldNode node = new HeldNode();
        start(node);
        Thread holder = node.holdWithFirst(() -> publish(KEPT));
        List<CompletableFuture<StreamPosition>> others = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            others.add(publish(KEPT));
        }

        node.release(holder);
        others.forEach(CompletableFuture::join);

        assertEquals(LongStream.rangeClosed(1, 1_001).boxed().toList(), heard);
        assertEquals(holder.getName(), threads.get(0));
        assertEquals("takes over", threads.get(1_000));
    }

    @Test
    void anExecutorThatIsClosedLeavesNothingBehind() throws InterruptedException {
        HeldNode node = new HeldNode();
        start(node);
        Thread holder = node.holdWithFirst(() -> publish(KEPT));
        List<CompletableFuture<StreamPosition>> others = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            others.add(publish(KEPT));
        }

        executor.shutdown();
        node.release(holder);

        others.forEach(CompletableFuture::join);
        assertEquals(1_001, heard.size());
    }

    @Test
    void whatMayWaitIsBoundedAndWhatIsRefusedIsNotAppended() throws InterruptedException {
        HeldNode node = new HeldNode();
        start(node);
        Thread holder = node.holdWithFirst(() -> publish(KEPT));
        Publication large = new Publication(Payload.binary(new byte[1 << 20]), Optional.empty());
        int accepted = 1;
        CompletableFuture<StreamPosition> last = publish(large, KEPT);
        while (!last.isCompletedExceptionally()) {
            accepted++;
            last = publish(large, KEPT);
        }

        assertTrue((long) accepted << 20 <= ChannelStream.MAX_WAITING_BYTES + (2L << 20), accepted + " MiB wait");
        assertEquals(accepted, top());
        assertTrue(publish(BROADCAST).isCompletedExceptionally());
        node.release(holder);
        assertEquals(accepted + 1, publish(KEPT).join().offset());
    }

    @Test
    void aRefusedPublicationLeavesItsIdempotencyKeyUnused() throws InterruptedException {
        HeldNode node = new HeldNode();
        start(node);
        Thread holder = node.holdWithFirst(() -> publish(KEPT));
        Publication large =
                new Publication(Payload.binary(new byte[ChannelStream.MAX_WAITING_BYTES + 1]), Optional.empty());
        publish(large, KEPT);
        PublishOptions once = new PublishOptions(HISTORY, false, "k", 0, "");

        assertTrue(publish(once).isCompletedExceptionally());

        node.release(holder);
        assertEquals(3, publish(once).join().offset());
    }

    private void start(Consumer<StreamPublication> node) {
        broker.start("node", new Listener(publication -> {
            heard.add(publication.publication().offset());
            threads.add(Thread.currentThread().getName());
            node.accept(publication);
        }));
    }

    private CompletableFuture<StreamPosition> publish(PublishOptions options) {
        return publish(new Publication(Payload.json("1"), Optional.empty()), options);
    }

    private CompletableFuture<StreamPosition> publish(Publication publication, PublishOptions options) {
        return broker.publish("channel", publication, options).toCompletableFuture();
    }

    private long top() {
        return broker.history("channel", HistoryQuery.POSITION, HISTORY)
                .toCompletableFuture()
                .join()
                .top()
                .offset();
    }

    /** Holds whoever tells it of the first publication. */
    private static final class HeldNode implements Consumer<StreamPublication> {
        private final CountDownLatch held = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private volatile boolean first = true;

        Thread holdWithFirst(Runnable publish) throws InterruptedException {
            Thread holder = new Thread(publish, "held");
            holder.start();
            assertTrue(held.await(20, TimeUnit.SECONDS));
            return holder;
        }

        void release(Thread holder) throws InterruptedException {
            released.countDown();
            holder.join();
        }

        @Override
        public void accept(StreamPublication publication) {
            if (first) {
                first = false;
                held.countDown();
                try {
                    assertTrue(released.await(20, TimeUnit.SECONDS));
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    private record Listener(Consumer<StreamPublication> publications) implements BrokerListener {
        @Override
        public void onPublication(String channel, StreamPublication publication) {
            publications.accept(publication);
        }

        @Override
        public void onJoin(String channel, ClientInfo info) {}

        @Override
        public void onLeave(String channel, ClientInfo info) {}

        @Override
        public void onControl(ControlMessage message) {}

        @Override
        public NodeState state() {
            return RecordingNode.idle("node");
        }
    }
}
