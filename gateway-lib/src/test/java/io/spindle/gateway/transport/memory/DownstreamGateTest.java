package io.spindle.gateway.transport.memory;

import static io.spindle.gateway.worker.Events.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.transport.Appending;
import io.spindle.gateway.worker.BacklogLimits;
import io.spindle.gateway.worker.Events;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DownstreamGateTest {
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final List<String> appended = new CopyOnWriteArrayList<>();
    private final List<String> answered = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<Void> room = new CompletableFuture<>();

    @AfterEach
    void stop() {
        scheduler.shutdownNow();
    }

    @Test
    void itIsOpenWhileThereIsRoom() {
        DownstreamGate gate = gate(BacklogLimits.DEFAULT);
        assertFalse(gate.isOpen());

        room.complete(null);

        assertTrue(gate.isOpen());
    }

    @Test
    void heldAppendsAreMadeAndAnsweredInOrderAsSoonAsThereIsRoom() throws Exception {
        DownstreamGate gate = gate(BacklogLimits.DEFAULT);
        for (int event = 1; event < 100; event++) {
            hold(gate, message("chat", event), 60_000);
        }
        CompletableFuture<Appending> last = hold(gate, message("chat", 100), 60_000);
        assertEquals(List.of(), appended);

        room.complete(null);

        assertEquals(Appending.Appended.INSTANCE, last.get(10, TimeUnit.SECONDS));
        assertEquals(Events.ids("chat", 100), appended);
        assertEquals(Events.ids("chat", 100), answered);
    }

    @Test
    void whatComesLaterStaysBehindWhatIsHeldUntilThatIsAnswered() throws Exception {
        DownstreamGate gate = gate(BacklogLimits.DEFAULT);
        CompletableFuture<Boolean> openDuringAnswer = new CompletableFuture<>();
        CompletableFuture<Appending> held = hold(gate, message("chat", 1), 60_000);
        held.thenRun(() -> openDuringAnswer.complete(gate.isOpen()));

        room.complete(null);

        assertFalse(openDuringAnswer.get(10, TimeUnit.SECONDS));
        CompletableFuture<Appending> later = hold(gate, message("chat", 2), 60_000);
        assertEquals(Appending.Appended.INSTANCE, later.get(10, TimeUnit.SECONDS));
        assertEquals(List.of("chat/1", "chat/2"), appended);
    }

    @Test
    void itClosesAgainWhenThereIsNoMoreRoom() throws Exception {
        DownstreamGate gate = gate(BacklogLimits.DEFAULT);
        CompletableFuture<Appending> first = hold(gate, message("chat", 1), 60_000);
        CompletableFuture<Void> filled = first.thenRun(() -> room = new CompletableFuture<>());
        CompletableFuture<Appending> second = hold(gate, message("chat", 2), 60_000);

        room.complete(null);
        filled.get(10, TimeUnit.SECONDS);
        assertEquals(List.of("chat/1"), appended);

        room.complete(null);
        second.get(10, TimeUnit.SECONDS);
        assertEquals(List.of("chat/1", "chat/2"), appended);
    }

    @Test
    void oneWhoseDeadlineComesIsRefusedAndNeverAppended() throws Exception {
        DownstreamGate gate = gate(BacklogLimits.DEFAULT);
        CompletableFuture<Appending> patient = hold(gate, message("chat", 1), 60_000);
        CompletableFuture<Appending> hurried = hold(gate, message("chat", 2), 20);

        assertEquals(new Appending.Refused(Refusal.DEADLINE), hurried.get(10, TimeUnit.SECONDS));
        assertFalse(patient.isDone());

        room.complete(null);
        patient.get(10, TimeUnit.SECONDS);
        assertEquals(List.of("chat/1"), appended);
    }

    @Test
    void whatIsHeldIsBounded() throws Exception {
        DownstreamGate gate = gate(new BacklogLimits(1, 1 << 20, 1));
        CompletableFuture<Appending> first = hold(gate, message("chat", 1), 20);

        assertEquals(
                new Appending.Refused(Refusal.BACKLOG_FULL),
                hold(gate, message("chat", 2), 60_000).getNow(null));

        first.get(10, TimeUnit.SECONDS);
        assertFalse(hold(gate, message("chat", 3), 60_000).isDone(), "the one that was given up made room");
    }

    @Test
    void closedItRefusesWhatIsHeldAndWhatComes() {
        DownstreamGate gate = gate(BacklogLimits.DEFAULT);
        CompletableFuture<Appending> held = hold(gate, message("chat", 1), 60_000);

        gate.close();

        assertEquals(new Appending.Refused(Refusal.SEALED), held.getNow(null));
        assertEquals(
                new Appending.Refused(Refusal.SEALED),
                hold(gate, message("chat", 2), 60_000).getNow(null));
    }

    private DownstreamGate gate(BacklogLimits limits) {
        DownstreamGate gate = new DownstreamGate(limits, scheduler);
        gate.downstream(() -> room);
        return gate;
    }

    private CompletableFuture<Appending> hold(DownstreamGate gate, ClientEvent event, long deadlineMillis) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(deadlineMillis);
        return gate.hold(event, deadline, () -> {
                    appended.add(event.id());
                    return Appending.Appended.INSTANCE;
                })
                .thenApply(answer -> {
                    answered.add(event.id());
                    return answer;
                })
                .toCompletableFuture();
    }
}
