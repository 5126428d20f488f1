package io.spindle.gateway.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.event.EventSource;
import io.spindle.gateway.api.routing.Router;
import io.spindle.gateway.api.routing.Routing;
import io.spindle.gateway.api.transport.Appending;
import io.spindle.gateway.api.transport.ReplyListener;
import io.spindle.gateway.api.transport.Transport;
import io.spindle.gateway.metrics.GatewayMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The order of a channel's events, with a router and a transport that answer when the test says so. */
@Timeout(30)
class EventDispatcherTest {
    private static final EventSource SOURCE = new EventSource("42", "Alice", true, "c1");
    private static final Routing NO_WORKER = new Routing.Unroutable(Refusal.NO_WORKER);
    private static final Routing REDIS_ERROR = new Routing.Unroutable(Refusal.REDIS_ERROR);

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final ManualRouter router = new ManualRouter();
    private final ManualTransport transport = new ManualTransport();
    private final EventDispatcher dispatcher = dispatcher(10_000);

    private EventDispatcher dispatcher(long maxWaitingBytes) {
        return new EventDispatcher(
                router, transport, new GatewayMetrics(new MetricRegistry()).channels(), scheduler, maxWaitingBytes);
    }

    @AfterEach
    void stop() {
        scheduler.shutdownNow();
    }

    @Test
    void whileTheRouteIsLookedUpEventsWaitInTheirOrder() {
        router.next.add(new CompletableFuture<>());
        CompletableFuture<Routing> lookup = router.next.peek();
        dispatch("1");
        router.known("w1");
        dispatch("2");
        dispatch("3");
        assertEquals(List.of(), transport.sent);

        lookup.complete(new Routing.Found("w1"));

        assertEquals(List.of("w1:1", "w1:2", "w1:3"), transport.sent);
        assertEquals(Appending.Appended.INSTANCE, outcomes(3).get(2).join());
    }

    @Test
    void otherChannelsDoNotWait() {
        router.next.add(new CompletableFuture<>());
        dispatch("1");
        router.known("w1");

        dispatcher.dispatch(message("2", "chat:other"), "default", in(Duration.ofSeconds(5)));

        assertEquals(List.of("w1:2"), transport.sent);
    }

    @Test
    void afterAChangeOfRouteWhatIsUnderWayToTheOldWorkerGoesFirst() {
        router.known("w1");
        dispatch("1");
        dispatch("2");
        router.known("w2");
        CompletableFuture<Appending> third = dispatch("3");
        assertEquals(List.of("w1:1", "w1:2"), transport.sent);

        transport.answer(Appending.Appended.INSTANCE);
        assertEquals(2, transport.sent.size());
        transport.answer(Appending.Appended.INSTANCE);

        assertEquals(List.of("w1:1", "w1:2", "w2:3"), transport.sent);
        transport.answer(Appending.Appended.INSTANCE);
        assertEquals(Appending.Appended.INSTANCE, third.join());
    }

    @Test
    void eventsOfAWorkerThatIsOverGoToTheNextInTheirOrderBeforeLaterOnes() {
        router.known("w1");
        dispatch("1");
        dispatch("2");
        transport.answer(Appending.WorkerOver.INSTANCE);
        CompletableFuture<Appending> third = dispatch("3");
        router.rerouted = new Routing.Found("w2");
        router.known("w2");

        transport.answer(Appending.WorkerOver.INSTANCE);

        assertEquals(List.of("w1:1", "w1:2", "w2:1", "w2:2", "w2:3"), transport.sent);
        assertEquals(List.of("w1"), router.replaced);
        transport.answerAll(Appending.Appended.INSTANCE);
        assertEquals(Appending.Appended.INSTANCE, third.join());
    }

    @Test
    void aSecondWorkerMayBeOverToo() {
        router.known("w1");
        dispatch("1");
        dispatch("2");
        router.rerouted = new Routing.Found("w2");
        transport.answerAll(Appending.WorkerOver.INSTANCE);
        router.rerouted = new Routing.Found("w3");
        router.known("w3");
        dispatch("3");
        transport.answer(Appending.WorkerOver.INSTANCE);
        transport.answer(Appending.WorkerOver.INSTANCE);
        transport.answerAll(Appending.Appended.INSTANCE);

        assertEquals(
                List.of("w3:1", "w3:2", "w3:3"),
                transport.sent.subList(transport.sent.size() - 3, transport.sent.size()));
    }

    @Test
    void aRouterThatInsistsOnAWorkerThatIsOverIsAskedAgainWithPauses() {
        router.known("w1");
        CompletableFuture<Appending> outcome = dispatch("1", Duration.ofMillis(350));
        router.rerouted = new Routing.Found("w1");

        transport.answer(Appending.WorkerOver.INSTANCE);

        assertEquals(new Appending.Refused(Refusal.DEADLINE), outcome.join());
        assertTrue(router.replaced.size() <= 5, router.replaced.size() + " questions");
    }

    @Test
    void withoutAWorkerAllThatWaitIsRefusedAtOnce() {
        router.next.add(new CompletableFuture<>());
        CompletableFuture<Routing> lookup = router.next.peek();
        CompletableFuture<Appending> first = dispatch("1");
        router.next.add(CompletableFuture.completedFuture(NO_WORKER));
        CompletableFuture<Appending> second = dispatch("2");

        lookup.complete(NO_WORKER);

        assertEquals(new Appending.Refused(Refusal.NO_WORKER), first.join());
        assertEquals(new Appending.Refused(Refusal.NO_WORKER), second.join());
        router.known("w1");
        dispatch("3");
        assertEquals(List.of("w1:3"), transport.sent);
    }

    @Test
    void aRouteThatIsNotFoundInTimeIsAnsweredByTheDeadline() {
        router.next.add(new CompletableFuture<>());
        long start = System.nanoTime();

        Appending outcome = dispatch("1", Duration.ofMillis(200)).join();

        assertEquals(new Appending.Refused(Refusal.DEADLINE), outcome);
        assertTrue(System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(400));
    }

    @Test
    void manyChannelsMayWaitForTheirRoutesAtOnce() {
        List<CompletableFuture<Appending>> patient = new ArrayList<>();
        List<CompletableFuture<Appending>> impatient = new ArrayList<>();
        EventDispatcher roomy = dispatcher(10_000_000);
        for (int i = 0; i < 2_000; i++) {
            router.next.add(new CompletableFuture<>());
            boolean waitsLong = i % 2 == 0;
            CompletionStage<Appending> outcome = roomy.dispatch(
                    message("" + i, "chat:" + i), "default", in(Duration.ofMillis(waitsLong ? 600_000 : 300)));
            (waitsLong ? patient : impatient).add(outcome.toCompletableFuture());
        }

        impatient.forEach(outcome -> assertEquals(new Appending.Refused(Refusal.DEADLINE), outcome.join()));
        assertFalse(patient.stream().anyMatch(CompletableFuture::isDone));
    }

    @Test
    void aRouterThatFailsCountsAsRedisError() {
        router.next.add(CompletableFuture.failedFuture(new IllegalStateException("broken")));

        assertEquals(new Appending.Refused(Refusal.REDIS_ERROR), dispatch("1").join());
    }

    @Test
    void joinsWaitForAStoreThatIsAwayAndMessagesDoNot() {
        router.next.add(CompletableFuture.completedFuture(REDIS_ERROR));
        dispatcher.dispatchPresence(new ClientEvent.Join("j", Instant.EPOCH, "chat:1", SOURCE), "default");
        router.next.add(CompletableFuture.completedFuture(REDIS_ERROR));
        router.next.add(CompletableFuture.completedFuture(REDIS_ERROR));
        CompletableFuture<Appending> message = dispatch("1", Duration.ofSeconds(3));
        assertEquals(new Appending.Refused(Refusal.REDIS_ERROR), message.join());
        router.known("w1");

        transport.awaitSent(1);
        assertEquals(List.of("w1:j"), transport.sent);
    }

    @Test
    void whatWaitsIsBounded() {
        router.next.add(new CompletableFuture<>());
        router.known("w1");
        List<CompletableFuture<Appending>> outcomes = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            outcomes.add(dispatch("" + i));
        }

        assertEquals(
                new Appending.Refused(Refusal.BACKLOG_FULL), outcomes.get(29).getNow(null));
        assertFalse(outcomes.get(0).isDone());
    }

    @Test
    void anOutcomeThatIsUnknownIsPassedOn() {
        router.known("w1");
        CompletableFuture<Appending> outcome = dispatch("1");
        Appending unknown = new Appending.Unknown(new CompletableFuture<>());

        transport.answer(unknown);

        assertEquals(unknown, outcome.join());
    }

    private final List<CompletableFuture<Appending>> dispatched = new ArrayList<>();

    private CompletableFuture<Appending> dispatch(String id) {
        return dispatch(id, Duration.ofSeconds(10));
    }

    private CompletableFuture<Appending> dispatch(String id, Duration patience) {
        CompletableFuture<Appending> outcome = dispatcher
                .dispatch(message(id, "chat:1"), "default", in(patience))
                .toCompletableFuture();
        dispatched.add(outcome);
        return outcome;
    }

    private List<CompletableFuture<Appending>> outcomes(int expected) {
        assertEquals(expected, dispatched.size());
        transport.answerAll(Appending.Appended.INSTANCE);
        return dispatched;
    }

    private static long in(Duration patience) {
        return System.nanoTime() + patience.toNanos();
    }

    private static ClientEvent message(String id, String channel) {
        return new ClientEvent.Message(id, Instant.EPOCH, channel, SOURCE, Payload.json("{}"), Optional.empty());
    }

    /** Answers from a list, then with what is known. */
    private static final class ManualRouter implements Router {
        final Deque<CompletableFuture<Routing>> next = new ArrayDeque<>();
        final List<String> replaced = new ArrayList<>();
        volatile Routing known = NO_WORKER;
        volatile Routing rerouted = NO_WORKER;

        void known(String workerId) {
            known = new Routing.Found(workerId);
        }

        @Override
        public synchronized CompletionStage<Routing> route(String channel, String pool) {
            return next.isEmpty() ? CompletableFuture.completedFuture(known) : next.poll();
        }

        @Override
        public synchronized CompletionStage<Routing> reroute(String channel, String pool, String over) {
            replaced.add(over);
            return CompletableFuture.completedFuture(rerouted);
        }

        @Override
        public void close() {}
    }

    /** Remembers what it was given, and answers in that order. */
    private static final class ManualTransport implements Transport {
        final List<String> sent = Collections.synchronizedList(new ArrayList<>());
        private final Deque<CompletableFuture<Appending>> open = new ConcurrentLinkedDeque<>();

        @Override
        public void start(Supplier<CompletionStage<Void>> downstream, ReplyListener replies) {}

        @Override
        public CompletionStage<Appending> append(String workerId, ClientEvent event, long deadlineNanos) {
            CompletableFuture<Appending> stage = new CompletableFuture<>();
            open.add(stage);
            sent.add(workerId + ":" + event.id());
            return stage;
        }

        void answer(Appending appending) {
            open.remove().complete(appending);
        }

        void answerAll(Appending appending) {
            for (int left = open.size(); left > 0; left--) {
                answer(appending);
            }
        }

        void awaitSent(int events) {
            long deadline = in(Duration.ofSeconds(10));
            while (sent.size() < events && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
        }

        @Override
        public boolean healthy() {
            return true;
        }

        @Override
        public void close() {}
    }
}
