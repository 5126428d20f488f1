package io.spindle.gateway.transport.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.transport.Appending;
import io.spindle.gateway.redis.Await;
import io.spindle.gateway.redis.RedisServerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Workers of the earlier gateway acknowledge nothing: their streams are trimmed, and leaving the list is all they say. */
class OldStyleWorkerTest extends StreamTestBase {
    @Test
    void itsStreamIsTrimmedToAboutTheLength() {
        startServer();
        server.command("ZADD", "workers:active", "1", WORKER);
        open(RedisTransportSettings.DEFAULTS.withOldWorkerStreamLength(500));
        List<CompletableFuture<Appending>> outcomes = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            outcomes.add(append(message("chat:1")));
        }
        outcomes.forEach(outcome -> assertEquals(Appending.Appended.INSTANCE, outcome.join()));

        int length = Integer.parseInt(server.command("XLEN", "messages:worker:" + WORKER));
        assertTrue(length >= 500 && length < 1_000, length + " events");
    }

    @Test
    void aWorkerThatIsInNoListIsOver() {
        startServer();
        open(RedisTransportSettings.DEFAULTS);

        assertEquals(Appending.WorkerOver.INSTANCE, append(message("chat:1")).join());
        assertEquals(List.of(), ids());
    }

    @Test
    void aWorkerThatRegisteredThisMomentIsServed() {
        startServer();
        open(RedisTransportSettings.DEFAULTS);
        server.command("ZADD", "workers:active", "1", WORKER);

        assertEquals(Appending.Appended.INSTANCE, append(message("chat:1")).join());
    }

    @Test
    void aWorkerThatComesBackGetsItsEventsUnderNewNumbers() {
        startServer();
        open();
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ClientEvent event = message("chat:1");
            sent.add(event.id());
            assertEquals(Appending.Appended.INSTANCE, append(event).join());
            server.command("ZREM", "workers:active", WORKER);
            // The idle stream's object is dropped, and made anew with the worker's return.
            Await.until("the list lacks it", () -> !redis.workers.last().isKnown(WORKER));
            server.command("ZADD", "workers:active", "1", WORKER);
            Await.until("the list has it", () -> redis.workers.last().isKnown(WORKER));
        }

        assertEquals(sent, ids());
    }

    @Test
    void atRedisMemoryLimitPublishesAreRefusedAsFullUntilThereIsRoom() {
        startServer();
        open();
        assertEquals(Appending.Appended.INSTANCE, append(message("chat:1")).join());
        server.command("CONFIG", "SET", "maxmemory", "1");

        assertEquals(
                new Appending.Refused(Refusal.BACKLOG_FULL),
                append(message("chat:1")).join());
        CompletableFuture<Appending> joined = append(join("chat:1"));
        server.command("CONFIG", "SET", "maxmemory", "0");

        assertEquals(Appending.Appended.INSTANCE, joined.join());
        Await.until(
                "publishes pass again",
                () -> append(message("chat:1"), Duration.ofSeconds(5)).join().equals(Appending.Appended.INSTANCE));
    }

    @Test
    void whatWaitsIsBoundedInBytes() {
        startServer();
        server.command("ZADD", "workers:active", "1", WORKER);
        open(RedisTransportSettings.DEFAULTS.withMaxQueuedBytes(10_000));
        server.pause();
        List<CompletableFuture<Appending>> outcomes = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            outcomes.add(append(message("chat:1"), Duration.ofMillis(200)));
        }

        assertEquals(
                new Appending.Refused(Refusal.BACKLOG_FULL), outcomes.get(999).getNow(null));
        outcomes.forEach(CompletableFuture::join);
        server.resume();
    }

    @Test
    void onAClusterTheKeysOfAStreamShareASlot() {
        server = RedisServerProcess.cluster().start();
        open();
        ClientEvent event = message("chat:1");

        assertEquals(Appending.Appended.INSTANCE, append(event).join());
        assertEquals(List.of(event.id()), ids());
    }
}
