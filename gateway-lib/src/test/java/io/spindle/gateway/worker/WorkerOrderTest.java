package io.spindle.gateway.worker;

import static io.spindle.gateway.worker.Events.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.api.transport.Appending;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkerOrderTest {
    @Test
    void eventsOfOneChannelAreHandledInTheirOrderByOneThreadAtATime() throws Exception {
        int channels = 20;
        int events = 500;
        Map<String, List<String>> handled = new ConcurrentHashMap<>();
        Map<String, AtomicInteger> inside = new ConcurrentHashMap<>();
        AtomicInteger overlaps = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(channels * events);
        try (RunningWorker worker = new RunningWorker(
                (event, context) -> {
                    AtomicInteger calls = inside.computeIfAbsent(event.channel(), channel -> new AtomicInteger());
                    if (calls.incrementAndGet() > 1) {
                        overlaps.incrementAndGet();
                    }
                    // Not synchronized: the runtime must make one call's writes visible to the next.
                    handled.computeIfAbsent(event.channel(), channel -> new ArrayList<>())
                            .add(event.id());
                    calls.decrementAndGet();
                    done.countDown();
                },
                WorkerSettings.DEFAULT)) {
            for (int event = 1; event <= events; event++) {
                for (int channel = 0; channel < channels; channel++) {
                    assertEquals(Appending.Appended.INSTANCE, worker.append(message("chat:" + channel, event)));
                }
            }

            assertTrue(done.await(10, TimeUnit.SECONDS), () -> done.getCount() + " events were not handled");
        }

        assertEquals(0, overlaps.get());
        assertEquals(channels, handled.size());
        handled.forEach((channel, ids) -> assertEquals(Events.ids(channel, events), ids));
    }

    @Test
    void channelsAreHandledInParallel() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        RecordingHandler handler = new RecordingHandler((event, context) -> both.await(10, TimeUnit.SECONDS));
        try (RunningWorker worker = new RunningWorker(handler, WorkerSettings.DEFAULT)) {
            worker.append(message("chat", 1));
            worker.append(message("news", 1));
            handler.awaitIds(2);

            worker.worker.close(System.nanoTime() + TimeUnit.SECONDS.toNanos(10));
            assertEquals(2, worker.counted("handled"), "each waited for the other");
        }
    }

    @Test
    void aBusyChannelLetsOthersHaveItsThread() throws Exception {
        CountDownLatch queued = new CountDownLatch(1);
        RecordingHandler handler = new RecordingHandler((event, context) -> queued.await());
        try (RunningWorker worker = new RunningWorker(handler, WorkerSettings.DEFAULT.withHandlerThreads(1))) {
            for (int event = 1; event <= 1_000; event++) {
                worker.append(message("busy", event));
            }
            worker.append(message("quiet", 1));
            queued.countDown();

            int place = handler.awaitIds(1_001).indexOf("quiet/1");

            assertTrue(place < 500, "the quiet channel came only after " + place + " events of the busy one");
        }
    }
}
