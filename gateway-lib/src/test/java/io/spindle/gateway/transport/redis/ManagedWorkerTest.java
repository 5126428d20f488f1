package io.spindle.gateway.transport.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.transport.Appending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams of managed workers are bounded, never trimmed, and end in an orderly way. */
class ManagedWorkerTest extends StreamTestBase {
    private static final String KEYS = "{messages:worker:" + WORKER + "}:";

    @BeforeEach
    void start() {
        startServer();
    }

    @Test
    void atTheBoundOfItsEventsMessagesAreRefusedAndNothingIsTrimmed() {
        openManaged(RedisTransportSettings.DEFAULTS.withMaxBacklog(3).withOldWorkerStreamLength(1));
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ClientEvent event = message("chat:1");
            sent.add(event.id());
            assertEquals(Appending.Appended.INSTANCE, append(event).join());
        }

        assertEquals(
                new Appending.Refused(Refusal.BACKLOG_FULL),
                append(message("chat:1")).join());
        assertEquals(sent, ids());
    }

    @Test
    void theBytesInTheStreamAreCounted() {
        openManaged(RedisTransportSettings.DEFAULTS);
        assertEquals(Appending.Appended.INSTANCE, append(message("chat:1")).join());

        assertEquals("" + server.payloads(WORKER).get(0).length(), server.command("GET", KEYS + "bytes"));
    }

    @Test
    void aChannelAtItsBoundIsRefusedAndOthersGoOn() {
        openManaged(RedisTransportSettings.DEFAULTS);
        server.command("SADD", KEYS + "full", "chat:full");
        CompletableFuture<Void> room = new CompletableFuture<>();
        transport.start(() -> room, NOBODY_WAITS); // so that all go into one batch
        ClientEvent first = message("chat:1");
        ClientEvent third = message("chat:2");
        CompletableFuture<Appending> one = append(first);
        CompletableFuture<Appending> full = append(message("chat:full"));
        CompletableFuture<Appending> two = append(third);
        room.complete(null);

        assertEquals(new Appending.Refused(Refusal.CHANNEL_FULL), full.join());
        assertEquals(Appending.Appended.INSTANCE, one.join());
        assertEquals(Appending.Appended.INSTANCE, two.join());
        assertEquals(List.of(first.id(), third.id()), ids());
    }

    @Test
    void aJoinWaitsForRoomAndWhatFollowsInItsChannelWaitsBehindIt() {
        openManaged(RedisTransportSettings.DEFAULTS);
        server.command("SADD", KEYS + "full", "chat:full");
        ClientEvent join = join("chat:full");
        CompletableFuture<Appending> joined = append(join);
        ClientEvent other = message("chat:other");
        assertEquals(Appending.Appended.INSTANCE, append(other).join());
        ClientEvent behind = message("chat:full");
        CompletableFuture<Appending> followed = append(behind);
        assertEquals(Appending.Appended.INSTANCE, append(message("chat:other")).join());
        assertFalse(joined.isDone());
        assertFalse(followed.isDone());

        server.command("DEL", KEYS + "full");

        assertEquals(Appending.Appended.INSTANCE, followed.join());
        assertEquals(Appending.Appended.INSTANCE, joined.join());
        List<String> arrived = ids();
        assertEquals(List.of(join.id(), behind.id()), arrived.subList(2, 4));
    }

    @Test
    void aSealedWorkersEventsAreHeldUntilItOpensAgain() {
        openManaged(RedisTransportSettings.DEFAULTS);
        server.command("SET", STATE, "sealed");
        CompletableFuture<Appending> impatient = append(message("chat:1"), Duration.ofMillis(300));
        assertEquals(new Appending.Refused(Refusal.SEALED), impatient.join());
        ClientEvent event = message("chat:1");
        CompletableFuture<Appending> held = append(event);
        assertFalse(held.isDone());

        server.command("SET", STATE, "draining");

        assertEquals(Appending.Appended.INSTANCE, held.join());
        assertEquals(List.of(event.id()), ids());
    }

    @Test
    void whenAWorkerIsGoneAllThatWaitsIsToldSoInItsOrder() {
        openManaged(RedisTransportSettings.DEFAULTS);
        server.command("SET", STATE, "sealed");
        List<Integer> told = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<?>> outcomes = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            int number = i;
            outcomes.add(append(i % 3 == 0 ? join("chat:1") : message("chat:1")).thenAccept(outcome -> {
                assertEquals(Appending.WorkerOver.INSTANCE, outcome);
                told.add(number);
            }));
        }

        server.command("SET", STATE, "gone");

        outcomes.forEach(CompletableFuture::join);
        assertEquals(IntStream.range(0, 600).boxed().toList(), told);
        assertEquals(List.of(), ids());
    }

    @Test
    void aParkedReaderIsWoken() {
        openManaged(RedisTransportSettings.DEFAULTS);
        server.command("SET", KEYS + "parked", "p1");

        assertEquals(Appending.Appended.INSTANCE, append(message("chat:1")).join());

        assertEquals("(nil)", server.command("GET", KEYS + "parked"));
    }

    @Test
    void aWorkerThatBecomesManagedIsServedAsOne() {
        open();
        assertEquals(Appending.Appended.INSTANCE, append(message("chat:1")).join());
        server.command("SET", STATE, "open"); // before any list tells

        assertEquals(Appending.Appended.INSTANCE, append(message("chat:1")).join());
        assertEquals(2, ids().size());
        assertNotEquals("(nil)", server.command("GET", KEYS + "bytes"), "counted as a managed one's");
    }
}
