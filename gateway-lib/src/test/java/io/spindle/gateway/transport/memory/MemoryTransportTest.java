package io.spindle.gateway.transport.memory;

import static io.spindle.gateway.worker.Events.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.transport.Appending;
import io.spindle.gateway.api.worker.ChannelHandler;
import io.spindle.gateway.metrics.GatewayMetrics;
import io.spindle.gateway.metrics.WorkerMetrics;
import io.spindle.gateway.worker.BacklogLimits;
import io.spindle.gateway.worker.RecordingHandler;
import io.spindle.gateway.worker.RetrySettings;
import io.spindle.gateway.worker.WorkerSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoryTransportTest {
    private static final String WORKER = "default-00";

    private final CountDownLatch released = new CountDownLatch(1);
    private final RecordingHandler stuck = new RecordingHandler((event, context) -> released.await());
    private MemoryTransport transport;

    @AfterEach
    void close() {
        released.countDown();
        if (transport != null) {
            transport.close();
        }
    }

    @Test
    void anAppendIsAnsweredAtOnceAndHandledByTheHandlerOfItsPool() throws Exception {
        RecordingHandler chat = new RecordingHandler();
        RecordingHandler orders = new RecordingHandler();
        start(Map.of("default", chat, "orders", orders), WorkerSettings.DEFAULT);
        assertEquals(Map.of("default", "default-00", "orders", "orders-00"), transport.workerIds());

        assertEquals(Appending.Appended.INSTANCE, append("orders-00", message("order:1", 1)));

        assertEquals(new RecordingHandler.Call("order:1/1", 1, "orders-00"), orders.awaitCall());
        assertTrue(chat.isQuiet());
    }

    @Test
    void anAnswerDoesNotWaitForTheHandler() throws Exception {
        start(Map.of("default", stuck), WorkerSettings.DEFAULT);

        for (int event = 1; event <= 100; event++) {
            assertEquals(Appending.Appended.INSTANCE, append(WORKER, message("chat", event)));
        }

        assertEquals(List.of("chat/1"), stuck.awaitIds(1));
    }

    @Test
    void aFullBacklogRefuses() {
        start(Map.of("default", stuck), WorkerSettings.DEFAULT.withBacklog(new BacklogLimits(1, 1 << 20, 10)));

        assertEquals(Appending.Appended.INSTANCE, append(WORKER, message("chat", 1)));
        assertEquals(new Appending.Refused(Refusal.BACKLOG_FULL), append(WORKER, message("news", 1)));
    }

    @Test
    void aFullChannelRefusesAndOthersDoNot() {
        start(Map.of("default", stuck), WorkerSettings.DEFAULT.withBacklog(new BacklogLimits(10, 1 << 20, 1)));

        assertEquals(Appending.Appended.INSTANCE, append(WORKER, message("chat", 1)));
        assertEquals(new Appending.Refused(Refusal.CHANNEL_FULL), append(WORKER, message("chat", 2)));
        assertEquals(Appending.Appended.INSTANCE, append(WORKER, message("news", 1)));
    }

    @Test
    void aWorkerThatIsNotHereIsOver() {
        start(Map.of("default", new RecordingHandler()), WorkerSettings.DEFAULT);

        assertEquals(Appending.WorkerOver.INSTANCE, append("nobody-00", message("chat", 1)));
    }

    @Test
    void anEventPastItsDeadlineIsNotAppended() {
        RecordingHandler handler = new RecordingHandler();
        start(Map.of("default", handler), WorkerSettings.DEFAULT);

        assertEquals(
                new Appending.Refused(Refusal.DEADLINE),
                transport
                        .append(WORKER, message("chat", 1), System.nanoTime())
                        .toCompletableFuture()
                        .join());

        transport.close();
        assertTrue(handler.isQuiet());
    }

    @Test
    void whatWasAcceptedIsHandledBeforeTheCloseAndLaterEventsAreRefused() throws Exception {
        RecordingHandler handler = new RecordingHandler();
        start(Map.of("default", handler), WorkerSettings.DEFAULT);
        for (int event = 1; event <= 1_000; event++) {
            append(WORKER, message("chat", event));
        }

        transport.close();

        assertEquals(1_000, handler.awaitIds(1_000).size());
        assertEquals(new Appending.Refused(Refusal.SEALED), append(WORKER, message("chat", 1_001)));
        assertTrue(handler.isQuiet());
    }

    @Test
    void deadLettersAreFoundByTheirWorker() throws Exception {
        RecordingHandler broken = new RecordingHandler((event, context) -> {
            if (event.channel().equals("broken")) {
                throw new IllegalStateException("broken");
            }
        });
        Duration second = Duration.ofSeconds(1);
        start(
                Map.of("default", broken),
                WorkerSettings.DEFAULT.withRetry(new RetrySettings(1, second, second, second)));
        append(WORKER, message("broken", 1));
        append(WORKER, message("broken", 2));

        assertEquals(List.of("broken/1", "broken/2"), broken.awaitIds(2));

        assertEquals(
                "broken/1",
                transport
                        .deadLetters(WORKER)
                        .orElseThrow()
                        .take(1)
                        .get(0)
                        .event()
                        .id());
        assertTrue(transport.deadLetters("nobody-00").isEmpty());
    }

    @Test
    void aPoolWhoseNameCanNotBeAWorkersIsRefused() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new MemoryTransport(Map.of("a b", stuck), WorkerSettings.DEFAULT, metrics()));

        assertTrue(refusal.getMessage().startsWith("pool: \"a b\" (expected: "), refusal.getMessage());
    }

    private void start(Map<String, ChannelHandler> handlers, WorkerSettings settings) {
        transport = new MemoryTransport(handlers, settings, metrics());
        transport.start(() -> CompletableFuture.completedStage(null), (eventId, answer) -> false);
    }

    private Appending append(String workerId, ClientEvent event) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(4);
        return transport.append(workerId, event, deadline).toCompletableFuture().getNow(null);
    }

    private static WorkerMetrics metrics() {
        return new GatewayMetrics(new MetricRegistry()).workers();
    }
}
