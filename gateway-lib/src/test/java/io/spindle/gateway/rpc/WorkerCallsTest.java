package io.spindle.gateway.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.rpc.RpcAnswer;
import io.spindle.gateway.api.transport.Appending;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every open call ends exactly once, and leaves nothing behind. */
class WorkerCallsTest {
    private static final RpcAnswer ANSWER = RpcAnswer.done(Payload.json("1"));
    private static final CompletionStage<Appending> APPENDED =
            CompletableFuture.completedFuture(Appending.Appended.INSTANCE);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final WorkerCalls calls = new WorkerCalls(2, scheduler);

    @AfterEach
    void stop() {
        scheduler.shutdownNow();
    }

    @Test
    void anAnswerIsGivenToTheCallOfItsEvent() throws Exception {
        CompletableFuture<RpcOutcome> first = call("1", APPENDED, LONG);
        CompletableFuture<RpcOutcome> second = call("2", APPENDED, LONG);

        assertTrue(calls.onReply("2", ANSWER));

        assertEquals(ANSWER, ended(second).answer());
        assertFalse(first.isDone());
    }

    @Test
    void anAnswerMayComeBeforeTheAppendIsAnswered() throws Exception {
        CompletableFuture<Appending> append = new CompletableFuture<>();
        CompletableFuture<RpcOutcome> call = call("1", append, LONG);

        assertTrue(calls.onReply("1", ANSWER));
        append.complete(Appending.Appended.INSTANCE);

        assertEquals(ANSWER, ended(call).answer());
    }

    @Test
    void onlyTheFirstAnswerIsTaken() throws Exception {
        CompletableFuture<RpcOutcome> call = call("1", APPENDED, LONG);

        assertTrue(calls.onReply("1", ANSWER));
        assertFalse(calls.onReply("1", RpcAnswer.Done.NOTHING));
        assertFalse(calls.onReply("unknown", ANSWER));

        assertEquals(ANSWER, ended(call).answer());
    }

    @Test
    void aCallThatIsNotTakenToItsWorkerEndsWithTheRefusal() throws Exception {
        CompletableFuture<RpcOutcome> refused =
                call("1", CompletableFuture.completedFuture(new Appending.Refused(Refusal.NOT_SUPPORTED)), LONG);
        CompletableFuture<RpcOutcome> unknown =
                call("2", CompletableFuture.completedFuture(new Appending.Unknown(new CompletableFuture<>())), LONG);
        CompletableFuture<RpcOutcome> failed =
                call("3", CompletableFuture.failedFuture(new IllegalStateException("broken transport")), LONG);

        assertEquals(RpcOutcome.refused(Refusal.NOT_SUPPORTED), ended(refused));
        assertEquals(RpcOutcome.refused(Refusal.UNKNOWN_OUTCOME), ended(unknown));
        assertEquals(RpcOutcome.NO_REPLY, ended(failed));
        assertFalse(calls.onReply("1", ANSWER));
        assertFalse(calls.onReply("2", ANSWER));
    }

    @Test
    void aCallWithoutAnAnswerEndsAtItsTimeAndALateAnswerIsRefused() throws Exception {
        CompletableFuture<RpcOutcome> call = call("1", APPENDED, Duration.ofMillis(50));

        assertEquals(RpcOutcome.NO_REPLY, ended(call));

        assertFalse(calls.onReply("1", ANSWER));
    }

    @Test
    void openCallsAreBoundedAndEveryEndMakesRoom() throws Exception {
        CompletableFuture<RpcOutcome> answered = call("1", APPENDED, LONG);
        CompletableFuture<RpcOutcome> late = call("2", APPENDED, Duration.ofMillis(200));

        assertEquals(RpcOutcome.refused(Refusal.BACKLOG_FULL), ended(call("3", APPENDED, LONG)));

        calls.onReply("1", ANSWER);
        ended(answered);
        ended(late);
        CompletableFuture<RpcOutcome> again = call("4", APPENDED, LONG);
        CompletableFuture<RpcOutcome> more = call("5", APPENDED, LONG);
        assertFalse(again.isDone());
        assertFalse(more.isDone());
        assertEquals(RpcOutcome.refused(Refusal.BACKLOG_FULL), ended(call("6", APPENDED, LONG)));
    }

    @Test
    void whatWouldBreakTheCallersFrameIsNoAnswer() throws Exception {
        CompletableFuture<RpcOutcome> call = call("1", APPENDED, LONG);

        calls.onReply("1", RpcAnswer.done(Payload.json("1}\n{\"id\":7")));

        assertEquals(RpcOutcome.NO_REPLY, ended(call));
    }

    private CompletableFuture<RpcOutcome> call(String id, CompletionStage<Appending> append, Duration patience) {
        return calls.call(id, () -> append, patience.toNanos()).toCompletableFuture();
    }

    private static RpcOutcome ended(CompletableFuture<RpcOutcome> call) throws Exception {
        return call.get(10, TimeUnit.SECONDS);
    }
}
