package io.spindle.gateway.transport.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.transport.Appending;
import io.spindle.gateway.redis.Await;
import io.spindle.gateway.redis.RedisFixture;
import io.spindle.gateway.routing.StickyRouter;
import io.spindle.gateway.routing.StickySettings;
import io.spindle.gateway.routing.redis.RedisRouteStore;
import io.spindle.gateway.transport.EventDispatcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Router, dispatcher and transport together, while workers come and go and connections break. */
class MovingChannelsTest extends StreamTestBase {
    private static final List<String> WORKERS = List.of("w0", "w1", "w2");
    private static final int CONNECTIONS = 4;
    private static final int CHANNELS = 6;

    @Test
    void eachConnectionsEventsOfAChannelKeepTheirOrderAndNothingIsLostOrDoubled() throws InterruptedException {
        startServer();
        WORKERS.forEach(worker -> server.command("ZADD", "workers:active", "1", worker));
        // As many as they are: what is trimmed from an old-style worker's stream would pass for lost.
        open(RedisTransportSettings.DEFAULTS.withOldWorkerStreamLength(Integer.MAX_VALUE));
        EventDispatcher dispatcher = new EventDispatcher(
                router(redis), transport, redis.metrics.channels(), redis.connection.background(), 10_000_000);
        AtomicBoolean over = new AtomicBoolean();
        List<Connection> connections = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int c = 0; c < CONNECTIONS; c++) {
            Connection connection = new Connection(dispatcher);
            connections.add(connection);
            threads.add(new Thread(() -> connection.publishUntil(over)));
        }
        threads.forEach(Thread::start);

        for (int round = 0; round < 6; round++) {
            String worker = WORKERS.get(round % WORKERS.size());
            server.command("ZREM", "workers:active", worker);
            awaitKnown(worker, false);
            server.command("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
            server.command("ZADD", "workers:active", "1", worker);
            awaitKnown(worker, true);
        }
        over.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
        connections.forEach(Connection::awaitOutcomes);

        List<String> arrived = new ArrayList<>();
        WORKERS.forEach(worker -> arrived.addAll(EventJson.ids(server.payloads(worker))));
        assertEquals(arrived.size(), new HashSet<>(arrived).size(), "doubled");
        for (Connection connection : connections) {
            assertEquals(Set.of(), Set.copyOf(connection.refused));
            Set<String> lost = new HashSet<>(connection.appended);
            arrived.forEach(lost::remove);
            assertEquals(0, lost.size(), () -> "lost, of " + arrived.size() + " that arrived");
            for (String worker : WORKERS) {
                List<String> inStream = EventJson.ids(server.payloads(worker));
                for (List<String> sent : connection.sentByChannel) {
                    Set<String> here = new HashSet<>(inStream);
                    Set<String> mine = new HashSet<>(sent);
                    assertEquals(
                            sent.stream().filter(here::contains).toList(),
                            inStream.stream().filter(mine::contains).toList());
                }
            }
        }
    }

    private void awaitKnown(String worker, boolean known) {
        Await.until(worker + " known: " + known, () -> redis.workers.last().isKnown(worker) == known);
    }

    private static StickyRouter router(RedisFixture redis) {
        StickySettings settings = StickySettings.DEFAULTS.withRouteCacheTtl(Duration.ofSeconds(1));
        return new StickyRouter(
                new RedisRouteStore(redis.connection, settings.routeIdleTime()),
                redis.workers,
                settings,
                redis.metrics.routes(),
                redis.connection.background());
    }

    private static final class Connection {
        private static final int WINDOW = 64;

        final List<List<String>> sentByChannel = new ArrayList<>();
        final Set<String> appended = Collections.synchronizedSet(new HashSet<>());
        final ConcurrentLinkedQueue<Appending> refused = new ConcurrentLinkedQueue<>();
        private final Semaphore window = new Semaphore(WINDOW);
        private final EventDispatcher dispatcher;

        Connection(EventDispatcher dispatcher) {
            this.dispatcher = dispatcher;
            for (int i = 0; i < CHANNELS; i++) {
                sentByChannel.add(new ArrayList<>());
            }
        }

        void publishUntil(AtomicBoolean over) {
            for (int i = 0; !over.get(); i++) {
                int channel = i % CHANNELS;
                ClientEvent event = message("chat:" + channel);
                sentByChannel.get(channel).add(event.id());
                window.acquireUninterruptibly();
                dispatcher
                        .dispatch(
                                event,
                                "default",
                                System.nanoTime() + Duration.ofSeconds(30).toNanos())
                        .whenComplete((outcome, failure) -> told(event, outcome));
            }
        }

        private void told(ClientEvent event, Appending outcome) {
            if (outcome instanceof Appending.Appended) {
                appended.add(event.id());
            } else {
                refused.add(outcome);
            }
            window.release();
        }

        void awaitOutcomes() {
            window.acquireUninterruptibly(WINDOW);
        }
    }
}
