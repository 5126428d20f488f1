package io.spindle.gateway.worker;

import static io.spindle.gateway.worker.Events.call;
import static io.spindle.gateway.worker.Events.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.rpc.RpcAnswer;
import io.spindle.gateway.api.worker.ChannelHandler;
import io.spindle.gateway.api.worker.EventContext;
import io.spindle.gateway.redis.Await;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How handlers answer remote calls, and what of it counts. */
class AnsweringCallsTest {
    private static final Payload DATA = Payload.json("[1]");

    private final BlockingQueue<Answered> answers = new LinkedBlockingQueue<>();
    private boolean somebodyWaits = true;
    private RunningWorker worker;

    private record Answered(String eventId, RpcAnswer answer) {}

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void aReplyAndAFailureAreToldUnderTheEventsId() throws Exception {
        start((event, context) -> {
            boolean taken = event.channel().equals("good")
                    ? context.reply(DATA)
                    : context.fail(new ErrorCode(400, "custom", true));
            assertTrue(taken);
        });

        worker.append(call("good", 1));
        assertEquals(new Answered("good/1", RpcAnswer.done(DATA)), answer());
        worker.append(call("bad", 1));
        assertEquals(new Answered("bad/1", new RpcAnswer.Failed(new ErrorCode(400, "custom", true))), answer());
        assertEquals(0, refused());
    }

    @Test
    void aHandlerThatReturnsWithoutAnAnswerHasAnsweredWithNoData() throws Exception {
        start((event, context) -> {});

        worker.append(call("chat", 1));

        assertEquals(new Answered("chat/1", RpcAnswer.Done.NOTHING), answer());
    }

    @Test
    void messagesAreNotAnsweredAndAnAnswerToOneIsRefused() throws Exception {
        AtomicReference<Boolean> taken = new AtomicReference<>();
        start((event, context) -> {
            if (event.id().endsWith("1")) {
                taken.set(context.reply(DATA));
            }
        });

        worker.append(message("chat", 1));
        worker.append(call("chat", 2));

        assertEquals("chat/2", answer().eventId());
        assertEquals(false, taken.get());
        assertEquals(1, refused());
    }

    @Test
    void ofTwoAnswersTheFirstCounts() throws Exception {
        AtomicReference<Boolean> second = new AtomicReference<>();
        start((event, context) -> {
            context.reply(DATA);
            second.set(context.fail(ErrorCode.INTERNAL));
        });

        worker.append(call("chat", 1));
        worker.append(call("chat", 2));

        assertEquals(RpcAnswer.done(DATA), answer().answer());
        assertEquals(new Answered("chat/2", RpcAnswer.done(DATA)), answer());
        Await.until("both are refused", () -> refused() == 2);
        assertEquals(false, second.get());
    }

    @Test
    void aHandlerThatThrowsHasNotAnsweredAndItsNextAttemptMay() throws Exception {
        start((event, context) -> {
            if (context.attempt() == 1) {
                throw new IllegalStateException("not now");
            }
            context.reply(DATA);
        });

        worker.append(call("chat", 1));

        assertEquals(new Answered("chat/1", RpcAnswer.done(DATA)), answer());
        assertTrue(answers.isEmpty());
    }

    @Test
    void anAnswerThatNobodyWaitsForIsRefusedAndTheEventIsHandledAllTheSame() {
        somebodyWaits = false;
        start((event, context) -> assertFalse(context.reply(DATA)));

        worker.append(call("chat", 1));

        Await.until("handled", () -> worker.counted("handled") == 1);
        assertEquals(1, refused());
    }

    @Test
    void whatAnAttemptAnswersAfterItReturnedIsRefused() throws Exception {
        AtomicReference<EventContext> kept = new AtomicReference<>();
        start((event, context) -> kept.set(context));

        worker.append(call("chat", 1));

        assertEquals(RpcAnswer.Done.NOTHING, answer().answer());
        assertFalse(kept.get().reply(DATA));
        assertTrue(answers.isEmpty());
    }

    @Test
    void anAttemptThatPassedItsTimeCanNotAnswerAnyMore() throws Exception {
        CountDownLatch tried = new CountDownLatch(1);
        AtomicReference<Boolean> late = new AtomicReference<>();
        start(
                (event, context) -> {
                    if (context.attempt() > 1) {
                        return;
                    }
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException timedOut) {
                        late.set(context.reply(DATA));
                        tried.countDown();
                    }
                },
                new RetrySettings(2, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(50)));

        worker.append(call("chat", 1));

        assertTrue(tried.await(10, TimeUnit.SECONDS));
        assertEquals(false, late.get());
        assertEquals(new Answered("chat/1", RpcAnswer.Done.NOTHING), answer(), "of the second attempt");
        assertEquals(1, refused());
    }

    private void start(ChannelHandler handler) {
        start(handler, RunningWorker.quickly(5));
    }

    private void start(ChannelHandler handler, RetrySettings retry) {
        worker = new RunningWorker(
                handler,
                WorkerSettings.DEFAULT.withRetry(retry),
                (eventId, answer) -> somebodyWaits && answers.add(new Answered(eventId, answer)));
    }

    private Answered answer() throws InterruptedException {
        Answered answered = answers.poll(10, TimeUnit.SECONDS);
        if (answered == null) {
            throw new AssertionError("no answer within 10 s");
        }
        return answered;
    }

    private long refused() {
        return worker.level("gateway_worker_replies_refused_total");
    }
}
