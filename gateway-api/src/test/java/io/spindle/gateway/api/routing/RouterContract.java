package io.spindle.gateway.api.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.api.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link Router} keeps. Extend it for an implementation of your own. */
@Timeout(60)
public abstract class RouterContract {
    private static final String POOL = "default";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Router router;

    /** A router that knows no workers yet. */
    protected abstract Router open();

    /** Adds a worker to the pool {@code default}. */
    protected abstract void addWorker(String workerId);

    /** Takes a worker away, for good. */
    protected abstract void removeWorker(String workerId);

    @BeforeEach
    void openRouter() {
        router = open();
    }

    @AfterEach
    void closeRouter() {
        router.close();
    }

    @Test
    void aChannelStaysWithItsWorker() {
        addWorker("w1");
        addWorker("w2");
        String worker = worker("chat:1");

        addWorker("w3");
        addWorker("w4");

        for (int i = 0; i < 100; i++) {
            assertEquals(worker, worker("chat:1"));
        }
    }

    @Test
    void aKnownRouteIsAnsweredAtOnce() {
        addWorker("w1");
        worker("chat:1");

        assertTrue(router.route("chat:1", POOL).toCompletableFuture().isDone());
    }

    @Test
    void channelsSpreadOverTheWorkers() {
        addWorker("w1");
        addWorker("w2");
        addWorker("w3");
        Set<String> used = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            used.add(worker("chat:" + i));
        }

        assertEquals(Set.of("w1", "w2", "w3"), used);
    }

    @Test
    void manyWhoAskAtOnceAreToldTheSame() {
        addWorker("w1");
        addWorker("w2");
        List<CompletableFuture<Routing>> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            answers.add(CompletableFuture.supplyAsync(
                            () -> router.route("chat:1", POOL).toCompletableFuture())
                    .thenCompose(answer -> answer));
        }

        Routing first = answers.get(0).join();
        assertInstanceOf(Routing.Found.class, first);
        answers.forEach(answer -> assertEquals(first, answer.join()));
    }

    @Test
    void withoutAWorkerThereIsNoRouteUntilOneComes() {
        assertEquals(new Routing.Unroutable(Refusal.NO_WORKER), route("chat:1"));

        addWorker("w1");

        assertEquals("w1", awaitWorker("chat:1", Set.of("w1")));
    }

    @Test
    void anEmptyPoolIsNotServedByAnother() {
        addWorker("w1");

        Routing routing = router.route("chat:1", "other").toCompletableFuture().join();

        assertEquals(new Routing.Unroutable(Refusal.NO_WORKER), routing);
    }

    @Test
    void aChannelMovesWhenItsWorkerIsOver() {
        addWorker("w1");
        addWorker("w2");
        String old = worker("chat:1");
        String other = old.equals("w1") ? "w2" : "w1";
        removeWorker(old);

        Routing routing =
                router.reroute("chat:1", POOL, old).toCompletableFuture().join();

        assertEquals(new Routing.Found(other), routing);
        assertEquals(other, worker("chat:1"));
    }

    @Test
    void aRouteThatNamesAnotherWorkerAlreadyIsNotReplaced() {
        addWorker("w1");
        addWorker("w2");
        String owner = worker("chat:1");

        Routing routing = router.reroute("chat:1", POOL, "long-gone")
                .toCompletableFuture()
                .join();

        assertEquals(new Routing.Found(owner), routing);
    }

    @Test
    void aWorkerThatLeftGetsNoNewChannels() {
        addWorker("w1");
        addWorker("w2");
        worker("chat:1");
        removeWorker("w1");
        awaitNoMoreRoutesTo("w1");

        for (int i = 0; i < 50; i++) {
            assertNotEquals("w1", worker("chat:fresh-" + i));
        }
    }

    @Test
    void afterClosingNothingUnknownIsFound() {
        router.close();

        assertInstanceOf(Routing.Unroutable.class, route("chat:1"));
    }

    private String worker(String channel) {
        Routing routing = awaitRouting(channel);
        assertInstanceOf(Routing.Found.class, routing);
        return ((Routing.Found) routing).workerId();
    }

    /** Workers become known in a moment, not at once. */
    private Routing awaitRouting(String channel) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Routing routing = route(channel);
        while (!(routing instanceof Routing.Found) && System.nanoTime() < deadline) {
            routing = route(channel);
        }
        return routing;
    }

    private String awaitWorker(String channel, Set<String> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String worker = worker(channel);
        while (!wanted.contains(worker) && System.nanoTime() < deadline) {
            worker = worker(channel);
        }
        return worker;
    }

    private void awaitNoMoreRoutesTo(String workerId) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int i = 0; System.nanoTime() < deadline; i++) {
            Set<String> used = new HashSet<>();
            for (int j = 0; j < 20; j++) {
                used.add(worker("chat:probe-" + i + "-" + j));
            }
            if (!used.contains(workerId)) {
                return;
            }
        }
    }

    private Routing route(String channel) {
        return router.route(channel, POOL).toCompletableFuture().join();
    }
}
