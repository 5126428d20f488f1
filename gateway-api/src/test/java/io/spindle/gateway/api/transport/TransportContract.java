package io.spindle.gateway.api.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.event.EventSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link Transport} keeps. Extend it for an implementation of your own. */
@Timeout(60)
public abstract class TransportContract {
    private static final EventSource SOURCE = new EventSource("42", "Alice", true, "c1");
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final BlockingQueue<String> answered = new LinkedBlockingQueue<>();
    private Transport transport;

    /** A transport that is not started, with a worker of the name that {@link #workerId()} says. */
    protected abstract Transport open();

    /** A worker that takes events for as long as the test runs, and, if it can, answers calls. */
    protected abstract String workerId();

    /** The ids of the events that the worker's stream holds or has handed out, in the order of the stream. */
    protected abstract List<String> eventIdsAtWorker();

    @BeforeEach
    void openTransport() {
        transport = open();
    }

    @AfterEach
    void closeTransport() {
        transport.close();
    }

    @Test
    void appendedMeansThatTheWorkerGetsIt() {
        start();
        ClientEvent event = message("chat:1");

        assertEquals(Appending.Appended.INSTANCE, append(event).join());

        awaitAtWorker(1);
        assertEquals(List.of(event.id()), eventIdsAtWorker());
    }

    @Test
    void eventsOfOneChannelArriveInTheOrderSent() {
        start();
        List<String> sent = new ArrayList<>();
        List<CompletableFuture<Appending>> outcomes = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            ClientEvent event = i % 10 == 0 ? join("chat:1") : message("chat:1");
            sent.add(event.id());
            outcomes.add(append(event));
        }

        outcomes.forEach(outcome -> assertEquals(Appending.Appended.INSTANCE, outcome.join()));

        awaitAtWorker(sent.size());
        assertEquals(sent, eventIdsAtWorker());
    }

    @Test
    void outcomesOfOneChannelAreToldInTheOrderSent() {
        start();
        List<Integer> told = Collections.synchronizedList(new ArrayList<>());
        List<Integer> sent = new ArrayList<>();
        List<CompletableFuture<?>> outcomes = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            int number = i;
            sent.add(number);
            outcomes.add(append(message("chat:1")).thenAccept(outcome -> told.add(number)));
        }

        outcomes.forEach(CompletableFuture::join);

        assertEquals(sent, told);
    }

    @Test
    void manyThreadsAtOnceLoseAndDoubleNothing() throws InterruptedException {
        start();
        List<Thread> threads = new ArrayList<>();
        List<List<String>> sentByThread = new ArrayList<>();
        List<CompletableFuture<Appending>> outcomes = Collections.synchronizedList(new ArrayList<>());
        for (int t = 0; t < 4; t++) {
            List<String> sent = new ArrayList<>();
            sentByThread.add(sent);
            String channel = "chat:" + t % 2;
            threads.add(new Thread(() -> {
                for (int i = 0; i < 500; i++) {
                    ClientEvent event = message(channel);
                    sent.add(event.id());
                    outcomes.add(append(event));
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        outcomes.forEach(outcome -> assertEquals(Appending.Appended.INSTANCE, outcome.join()));

        awaitAtWorker(2_000);
        List<String> arrived = eventIdsAtWorker();
        assertEquals(2_000, arrived.size());
        assertEquals(2_000, new HashSet<>(arrived).size());
        for (List<String> sent : sentByThread) {
            HashSet<String> mine = new HashSet<>(sent);
            assertEquals(sent, arrived.stream().filter(mine::contains).toList());
        }
    }

    @Test
    void nothingIsSentWhileThoseWhoGetTheResultsHaveNoRoom() {
        CompletableFuture<Void> room = new CompletableFuture<>();
        start(() -> room);
        CompletableFuture<Appending> outcome = append(message("chat:1"));

        assertFalse(outcome.isDone());
        assertEquals(List.of(), eventIdsAtWorker());

        room.complete(null);
        assertEquals(Appending.Appended.INSTANCE, outcome.join());
    }

    @Test
    void anAnswerComesByTheDeadline() {
        start(CompletableFuture::new); // never any room
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(300);

        Appending outcome = transport
                .append(workerId(), message("chat:1"), deadline)
                .toCompletableFuture()
                .join();

        assertInstanceOf(Appending.Refused.class, outcome);
        assertTrue(System.nanoTime() - deadline < TimeUnit.MILLISECONDS.toNanos(200), "answered too late");
    }

    @Test
    void whatIsUnderWayIsFinishedWhenItCloses() {
        start();
        List<CompletableFuture<Appending>> outcomes = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            outcomes.add(append(message("chat:1")));
        }

        transport.close();

        outcomes.forEach(outcome -> assertEquals(Appending.Appended.INSTANCE, outcome.getNow(null)));
    }

    @Test
    void afterClosingEverythingIsRefused() {
        start();
        transport.close();

        assertInstanceOf(Appending.Refused.class, append(message("chat:1")).join());
    }

    @Test
    void aRemoteCallIsAnsweredOrRefusedAsNotSupported() throws InterruptedException {
        start();
        ClientEvent call = new ClientEvent.Rpc(
                UUID.randomUUID().toString(), Instant.now(), "chat:1", SOURCE, "method", Payload.json("{}"));

        Appending outcome = append(call).join();

        if (outcome.equals(new Appending.Refused(Refusal.NOT_SUPPORTED))) {
            assertEquals(List.of(), eventIdsAtWorker());
        } else {
            assertEquals(Appending.Appended.INSTANCE, outcome);
            assertEquals(call.id(), answered.poll(DEADLINE.toSeconds(), TimeUnit.SECONDS));
            assertEquals(List.of(call.id()), eventIdsAtWorker());
        }
    }

    @Test
    void isHealthyWhileItsStoreIs() {
        start();

        assertTrue(transport.healthy());
    }

    private void start() {
        start(() -> CompletableFuture.completedFuture(null));
    }

    private void start(Supplier<CompletionStage<Void>> downstream) {
        transport.start(downstream, (eventId, answer) -> answered.add(eventId));
    }

    private CompletableFuture<Appending> append(ClientEvent event) {
        return transport
                .append(workerId(), event, System.nanoTime() + DEADLINE.toNanos())
                .toCompletableFuture();
    }

    private void awaitAtWorker(int events) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (eventIdsAtWorker().size() < events && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    private static ClientEvent message(String channel) {
        Payload data = Payload.json("{\"text\":\"hello\"}");
        return new ClientEvent.Message(
                UUID.randomUUID().toString(), Instant.now(), channel, SOURCE, data, Optional.of("hello"));
    }

    private static ClientEvent join(String channel) {
        return new ClientEvent.Join(UUID.randomUUID().toString(), Instant.now(), channel, SOURCE);
    }
}
