package io.spindle.gateway.transport.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.transport.Appending;
import io.spindle.gateway.redis.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A batch whose answer is lost is sent again under its number: nothing is lost, nothing is doubled, order holds. */
class LostAnswerTest extends StreamTestBase {
    @BeforeEach
    void start() {
        startServer();
        open();
    }

    @Test
    void killedConnectionsLoseAndDoubleNothing() {
        List<String> sent = new ArrayList<>();
        List<CompletableFuture<Appending>> outcomes = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            ClientEvent event = message("chat:1");
            sent.add(event.id());
            outcomes.add(append(event));
            if (i % 300 == 0) {
                server.command("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
            }
        }

        outcomes.forEach(outcome -> assertEquals(Appending.Appended.INSTANCE, outcome.join()));
        assertEquals(sent, ids());
    }

    @Test
    void aFrozenServerDoesTheWorkOnceWhenItGoesOn() {
        assertEquals(Appending.Appended.INSTANCE, append(message("chat:1")).join());
        server.pause();
        List<CompletableFuture<Appending>> outcomes = new ArrayList<>();
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            ClientEvent event = message("chat:1");
            sent.add(event.id());
            outcomes.add(append(event));
        }
        Await.until("the server is missed", () -> !transport.healthy());
        server.resume();

        outcomes.forEach(outcome -> assertEquals(Appending.Appended.INSTANCE, outcome.join()));
        assertEquals(sent, ids().subList(1, ids().size()));
    }

    @Test
    void whoWaitedInVainIsToldThatTheOutcomeIsUnknownAndTheRestLater() {
        server.pause();
        ClientEvent event = message("chat:1");
        long start = System.nanoTime();
        CompletableFuture<Appending> impatient = append(event, Duration.ofMillis(400));
        CompletableFuture<Appending> patient = append(message("chat:1"));

        Appending outcome = impatient.join();

        assertInstanceOf(Appending.Unknown.class, outcome);
        assertTrue(System.nanoTime() - start < 600_000_000L, "answered too late");
        assertFalse(patient.isDone());
        server.resume();
        CompletableFuture<Appending> later =
                ((Appending.Unknown) outcome).later().toCompletableFuture();
        assertEquals(Appending.Appended.INSTANCE, patient.join());
        assertEquals(later.join() == Appending.Appended.INSTANCE, ids().contains(event.id()));
    }

    @Test
    void whatWasNeverSentIsRefusedByItsDeadline() {
        server.pause();
        append(message("chat:1")); // leaves at once; the next batch waits for its answer
        List<CompletableFuture<Appending>> behind = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            behind.add(append(message("chat:1"), Duration.ofMillis(500)));
        }

        Appending last = behind.get(behind.size() - 1).join();

        server.resume();
        assertEquals(new Appending.Refused(Refusal.DEADLINE), last);
    }

    @Test
    void whileTheServerIsGonePublishesFailByTheirDeadlineAndAllHealsByItself() {
        server.kill();
        Await.until("the server is missed", () -> !transport.healthy());
        long start = System.nanoTime();

        Appending outcome = append(message("chat:1"), Duration.ofMillis(700)).join();

        assertInstanceOf(Appending.Refused.class, outcome);
        assertNotEquals(new Appending.Refused(Refusal.UNKNOWN_OUTCOME), outcome);
        assertTrue(System.nanoTime() - start < 1_000_000_000L, "answered too late");

        server.start();
        server.command("ZADD", "workers:active", "1", WORKER);
        assertEquals(Appending.Appended.INSTANCE, append(message("chat:1")).join());
        assertEquals(1, ids().size());
    }

    @Test
    void joinsOutliveAnOutage() {
        server.kill();
        Await.until("the server is missed", () -> !transport.healthy());
        ClientEvent join = join("chat:1");
        CompletableFuture<Appending> outcome = append(join, Duration.ofSeconds(60));
        append(message("chat:1"), Duration.ofMillis(300)).join();

        server.start();
        server.command("ZADD", "workers:active", "1", WORKER);

        assertEquals(Appending.Appended.INSTANCE, outcome.join());
        assertEquals(List.of(join.id()), ids());
    }

    @Test
    void aForgottenScriptIsSentAgain() {
        assertEquals(Appending.Appended.INSTANCE, append(message("chat:1")).join());
        server.command("SCRIPT", "FLUSH");

        assertEquals(Appending.Appended.INSTANCE, append(message("chat:1")).join());
        assertEquals(2, new HashSet<>(ids()).size());
    }
}
