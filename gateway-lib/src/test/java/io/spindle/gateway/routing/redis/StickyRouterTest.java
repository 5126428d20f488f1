package io.spindle.gateway.routing.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.routing.Routing;
import io.spindle.gateway.redis.Await;
import io.spindle.gateway.redis.RedisFixture;
import io.spindle.gateway.redis.RedisServerProcess;
import io.spindle.gateway.routing.StickyRouter;
import io.spindle.gateway.routing.StickySettings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Routes in Redis: who else may write them, how long they live, what happens when workers come and go. */
@Timeout(60)
class StickyRouterTest {
    private static final String POOL = "default";

    @RegisterExtension
    static final RedisServerProcess server = new RedisServerProcess();

    private RedisFixture redis;
    private StickyRouter router;

    @BeforeEach
    void open() {
        server.command("FLUSHALL");
        addWorker("w1");
        addWorker("w2");
        open(StickySettings.DEFAULTS);
    }

    private void open(StickySettings settings) {
        if (redis != null) {
            close();
        }
        redis = RedisFixture.connect(server);
        router = StickyRouters.open(redis, settings);
    }

    @AfterEach
    void close() {
        router.close();
        redis.close();
    }

    @Test
    void anExistingRouteWinsOverAnyChoice() {
        server.command("SET", "channel:route:chat:1", "w1");
        server.command("SET", "channel:route:chat:2", "w2");

        assertEquals("w1", worker("chat:1"));
        assertEquals("w2", worker("chat:2"));
    }

    @Test
    void twoGatewaysAgree() {
        RedisFixture other = RedisFixture.connect(server);
        try (StickyRouter second = StickyRouters.open(other, StickySettings.DEFAULTS)) {
            for (int i = 0; i < 50; i++) {
                String channel = "chat:" + i;
                CompletableFuture<Routing> here = router.route(channel, POOL).toCompletableFuture();
                CompletableFuture<Routing> there = second.route(channel, POOL).toCompletableFuture();
                assertEquals(here.join(), there.join());
            }
        }
        other.close();
    }

    @Test
    void aLostRouteIsFoundAgain() {
        String worker = worker("chat:1");
        server.command("DEL", "channel:route:chat:1");
        open(StickySettings.DEFAULTS);

        assertEquals(worker, worker("chat:1"));
        assertEquals(worker, server.command("GET", "channel:route:chat:1"));
    }

    @Test
    void aRouteExpiresWhenItIsIdleAndReadingExtendsIt() {
        worker("chat:1");
        assertTrue(ttlMillis("chat:1") > Duration.ofDays(6).toMillis());
        server.command("PEXPIRE", "channel:route:chat:1", "5000");
        open(StickySettings.DEFAULTS);

        worker("chat:1");

        assertTrue(ttlMillis("chat:1") > Duration.ofDays(6).toMillis());
    }

    @Test
    void anIdleTimeOfZeroKeepsRoutesForever() {
        open(StickySettings.DEFAULTS.withRouteIdleTime(Duration.ZERO));

        worker("chat:1");

        assertEquals("-1", server.command("PTTL", "channel:route:chat:1"));
    }

    @Test
    void aRouteInUseIsRenewedBeforeItsTimeIsOver() {
        open(StickySettings.DEFAULTS.withRouteCacheTtl(Duration.ofSeconds(3)));
        worker("chat:1");
        server.command("PEXPIRE", "channel:route:chat:1", "100000");

        // Asking all the time, it is answered at once all the time, also past its first three seconds.
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        int waits = 0;
        while (System.nanoTime() < end) {
            waits += router.route("chat:1", POOL).toCompletableFuture().isDone() ? 0 : 1;
            Thread.onSpinWait();
        }

        assertEquals(0, waits);
        assertTrue(ttlMillis("chat:1") > 200_000, "not renewed in Redis");
    }

    @Test
    void aRouteThatChangedInRedisIsNoticedWhenItIsRenewed() {
        open(StickySettings.DEFAULTS.withRouteCacheTtl(Duration.ofSeconds(2)));
        String old = worker("chat:1");
        String other = old.equals("w1") ? "w2" : "w1";
        server.command("SET", "channel:route:chat:1", other);

        Await.within(
                Duration.ofSeconds(4), "the new route", () -> worker("chat:1").equals(other));
    }

    @Test
    void aKnownRouteIsAnsweredWithTheSameStageEachTime() {
        worker("chat:1");

        assertSame(router.route("chat:1", POOL), router.route("chat:1", POOL));
    }

    @Test
    void aChannelMovesWithinASecondWhenItsOldStyleWorkerLeavesTheList() {
        String old = worker("chat:1");
        String other = old.equals("w1") ? "w2" : "w1";

        server.command("ZREM", "workers:active", old);

        Await.within(Duration.ofMillis(1_500), "moved", () -> worker("chat:1").equals(other));
        assertEquals(other, server.command("GET", "channel:route:chat:1"));
    }

    @Test
    void withoutWorkersChannelsAreRefusedAndHealWhenOneRegisters() {
        worker("chat:1");
        server.command("DEL", "workers:active");
        Await.until("refused", () -> route("chat:1").equals(new Routing.Unroutable(Refusal.NO_WORKER)));

        addWorker("w9");

        Await.within(Duration.ofSeconds(2), "healed", () -> route("chat:1").equals(new Routing.Found("w9")));
    }

    @Test
    void aRouteToAWorkerThatRegisteredThisMomentIsBelieved() {
        addWorker("w3");
        server.command("SET", "channel:route:chat:1", "w3");

        assertEquals("w3", worker("chat:1")); // the list in memory may lack it still
        assertEquals("w3", server.command("GET", "channel:route:chat:1"));
    }

    @Test
    void aManagedWorkerThatTakesNoNewChannelsKeepsItsOwn() {
        server.command("HSET", "spindle:workers", "m1", "default");
        server.command("SET", "channel:route:chat:1", "m1");

        assertEquals("m1", worker("chat:1"));
    }

    @Test
    void aManagedWorkerServesItsOwnPoolOnly() {
        server.command("HSET", "spindle:workers", "m1", "games");
        addWorker("m1");
        redis.workers.fresh().toCompletableFuture().join();

        for (int i = 0; i < 30; i++) {
            assertNotEquals("m1", worker("chat:" + i));
            assertEquals(
                    new Routing.Found("m1"),
                    router.route("game:" + i, "games").toCompletableFuture().join());
        }
    }

    @Test
    void aWorkerWhoseIdHasABraceIsSkipped() {
        server.command("DEL", "workers:active");
        addWorker("{w}1");
        addWorker("app@host:1");
        redis.workers.fresh().toCompletableFuture().join();

        for (int i = 0; i < 20; i++) {
            assertEquals("app@host:1", worker("chat:" + i));
        }
    }

    @Test
    void theCacheIsBounded() {
        open(StickySettings.DEFAULTS.withMaxCachedRoutes(10));
        for (int i = 0; i < 100; i++) {
            worker("chat:" + i);
        }

        long cached = IntStream.range(0, 100)
                .filter(i ->
                        router.route("chat:" + i, POOL).toCompletableFuture().isDone())
                .count();

        assertTrue(cached <= 10, cached + " cached");
    }

    @Test
    void whileRedisIsAwayUnknownRoutesFailAndKnownOnesHold() {
        RedisServerProcess own = new RedisServerProcess().start();
        own.command("ZADD", "workers:active", "1", "w1");
        RedisFixture fixture = RedisFixture.connect(own);
        StickyRouter routes = StickyRouters.open(fixture, StickySettings.DEFAULTS);
        routes.route("chat:1", POOL).toCompletableFuture().join();
        own.kill();

        assertEquals(
                new Routing.Unroutable(Refusal.REDIS_ERROR),
                routes.route("chat:2", POOL).toCompletableFuture().join());
        assertEquals(
                new Routing.Found("w1"),
                routes.route("chat:1", POOL).toCompletableFuture().join());

        own.start();
        own.command("ZADD", "workers:active", "1", "w1");
        Await.until(
                "healed",
                () -> routes.route("chat:2", POOL).toCompletableFuture().join().equals(new Routing.Found("w1")));
        routes.close();
        fixture.close();
        own.close();
    }

    @Test
    void aClusterServesRoutesWhereverTheyLie() {
        RedisServerProcess cluster = RedisServerProcess.cluster().start();
        cluster.command("ZADD", "workers:active", "1", "w1");
        RedisFixture fixture = RedisFixture.connect(cluster);
        StickyRouter routes =
                StickyRouters.open(fixture, StickySettings.DEFAULTS.withRouteCacheTtl(Duration.ofSeconds(1)));
        for (int i = 0; i < 20; i++) {
            assertEquals(
                    new Routing.Found("w1"),
                    routes.route("chat:" + i, POOL).toCompletableFuture().join());
        }
        cluster.command("ZADD", "workers:active", "1", "w2");
        cluster.command("ZREM", "workers:active", "w1");
        Await.until(
                "moved",
                () -> routes.route("chat:1", POOL).toCompletableFuture().join().equals(new Routing.Found("w2")));
        routes.close();
        fixture.close();
        cluster.close();
    }

    private static void addWorker(String id) {
        server.command("ZADD", "workers:active", "1", id);
    }

    private static long ttlMillis(String channel) {
        return Long.parseLong(server.command("PTTL", "channel:route:" + channel));
    }

    private Routing route(String channel) {
        return router.route(channel, POOL).toCompletableFuture().join();
    }

    private String worker(String channel) {
        return ((Routing.Found) route(channel)).workerId();
    }
}
