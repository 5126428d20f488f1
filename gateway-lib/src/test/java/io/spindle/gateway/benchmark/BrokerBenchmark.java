package io.spindle.gateway.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.HistoryOptions;
import io.spindle.gateway.broker.BrokerListener;
import io.spindle.gateway.broker.ControlMessage;
import io.spindle.gateway.broker.HistoryQuery;
import io.spindle.gateway.broker.NodeState;
import io.spindle.gateway.broker.PublishOptions;
import io.spindle.gateway.broker.RecordingNode;
import io.spindle.gateway.broker.StreamPublication;
import io.spindle.gateway.broker.memory.MemoryBroker;
import io.spindle.gateway.broker.memory.MemoryCluster;
import io.spindle.gateway.protocol.ClientInfo;
import io.spindle.gateway.protocol.Publication;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/**
 * What publishing and reading cost of processor time in the broker in memory alone, with a node that does nothing but count. It fails if a
 * publication does not reach the node; never for being slow. Its name keeps it out of the tests: it runs when it is asked
 * for.
 */
class BrokerBenchmark {
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 7;
    private static final int CALLS = 500_000;
    private static final int THREADS = 4;
    private static final HistoryOptions HISTORY = HistoryOptions.of(100, Duration.ofMinutes(10));
    private static final PublishOptions KEPT = new PublishOptions(HISTORY, false, "", 0, "");
    private static final PublishOptions DELTA = new PublishOptions(HISTORY, true, "", 0, "");
    private static final Publication PUBLICATION =
            new Publication(Payload.json("{\"text\":\"hello, hello, hello\"}"), Optional.empty());

    private final MemoryBroker broker = new MemoryCluster().node(ForkJoinPool.commonPool());
    private final LongAdder cpu = new LongAdder();
    private final LongAdder heard = new LongAdder();
    private long published;
    private int lastKey;

    @Test
    void everyPublicationReachesTheNode() throws InterruptedException {
        try (broker) {
            broker.start("node", new Counting(heard));
            measure("without history", i -> publish("a", PublishOptions.BROADCAST));
            measure("without history, channel has some", i -> publish("b", i == 0 ? KEPT : PublishOptions.BROADCAST));
            measure("kept (100)", i -> publish("b", KEPT));
            measure("kept, delta", i -> publish("b", DELTA));
            measure("kept, idempotency key", i -> publish("b", key()));
            measure("kept, 10,000 channels in turn", i -> publish("c" + i % 10_000, KEPT));
            measure("reading the position", i -> broker.history("b", HistoryQuery.POSITION, HISTORY));
            measure("reading the newest 10", i -> broker.history("b", HistoryQuery.latest(10), HISTORY));
            together(THREADS + " threads, without history", thread -> "a", PublishOptions.BROADCAST);
            together(THREADS + " threads, kept, a channel each", thread -> "d" + thread, KEPT);
            together(THREADS + " threads, kept, one channel", thread -> "d", KEPT);
            measureIdleChannels();
        }

        assertEquals(published, heard.sum());
    }

    private void measureIdleChannels() {
        int channels = 200_000;
        long before = usedHeap();
        for (int i = 0; i < channels; i++) {
            broker.history("idle" + i, HistoryQuery.POSITION, HISTORY);
        }
        System.out.printf(
                Locale.ROOT,
                "%-36s %6.0f bytes, its name included%n",
                "a channel with a position alone",
                (double) (usedHeap() - before) / channels);
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void publish(String channel, PublishOptions options) {
        broker.publish(channel, PUBLICATION, options);
    }

    private PublishOptions key() {
        return new PublishOptions(HISTORY, false, "key-" + lastKey++, 0, "");
    }

    private void measure(String what, IntConsumer call) {
        long before = heard.sum();
        double[] nanos = new double[ROUNDS];
        double bytes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long bytesBefore = allocated();
            long from = THREAD.getCurrentThreadCpuTime();
            for (int i = 0; i < CALLS; i++) {
                call.accept(i);
            }
            nanos[round] = (double) (THREAD.getCurrentThreadCpuTime() - from) / CALLS;
            bytes = (double) (allocated() - bytesBefore) / CALLS;
        }
        published += heard.sum() == before ? 0 : (long) ROUNDS * CALLS;
        print(what, nanos, String.format(Locale.ROOT, "%4.0f bytes", bytes));
    }

    private void together(String what, IntFunction<String> channel, PublishOptions options)
            throws InterruptedException {
        double[] nanos = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            List<Thread> threads = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                String name = channel.apply(thread);
                threads.add(new Thread(() -> {
                    long from = THREAD.getCurrentThreadCpuTime();
                    for (int i = 0; i < CALLS; i++) {
                        // Who does not wait for answers would fill the queue and be refused.
                        broker.publish(name, PUBLICATION, options)
                                .toCompletableFuture()
                                .join();
                    }
                    cpu.add(THREAD.getCurrentThreadCpuTime() - from);
                }));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
            nanos[round] = (double) cpu.sumThenReset() / CALLS / THREADS;
            published += (long) CALLS * THREADS;
        }
        print(what, nanos, "");
    }

    /** The first rounds warm up; the median of all is told. */
    private static void print(String what, double[] nanos, String more) {
        Arrays.sort(nanos);
        System.out.printf(Locale.ROOT, "%-36s %6.0f ns %s%n", what, nanos[ROUNDS / 2], more);
    }

    private static long allocated() {
        return THREAD.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private record Counting(LongAdder heard) implements BrokerListener {
        @Override
        public void onPublication(String channel, StreamPublication publication) {
            heard.increment();
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
