package io.spindle.gateway.worker;

import static io.spindle.gateway.worker.Events.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class WorkerRetryTest {
    private static final RetrySettings UNHURRIED =
            new RetrySettings(5, Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1));

    @Test
    void aFailedEventIsRepeatedBeforeThoseBehindItAndMarked() throws Exception {
        RecordingHandler handler = new RecordingHandler((event, context) -> {
            if (event.id().equals("chat/1") && context.attempt() < 3) {
                throw new IllegalStateException("not yet");
            }
        });
        try (RunningWorker worker = new RunningWorker(handler, settings(RunningWorker.quickly(5)))) {
            worker.append(message("chat", 1));
            worker.append(message("chat", 2));

            assertEquals(new RecordingHandler.Call("chat/1", 1, "default-00"), handler.awaitCall());
            assertEquals(new RecordingHandler.Call("chat/1", 2, "default-00"), handler.awaitCall());
            assertEquals(new RecordingHandler.Call("chat/1", 3, "default-00"), handler.awaitCall());
            assertEquals(new RecordingHandler.Call("chat/2", 1, "default-00"), handler.awaitCall());
        }
    }

    @Test
    void onlyTheChannelOfAFailedEventWaits() throws Exception {
        RecordingHandler handler = new RecordingHandler((event, context) -> {
            if (event.channel().equals("broken")) {
                throw new IllegalStateException("broken");
            }
        });
        WorkerSettings oneThread = settings(UNHURRIED).withHandlerThreads(1);
        try (RunningWorker worker = new RunningWorker(handler, oneThread)) {
            worker.append(message("broken", 1));
            worker.append(message("broken", 2));
            worker.append(message("chat", 1));

            assertEquals(List.of("broken/1", "chat/1"), handler.awaitIds(2));
        }
        assertTrue(handler.isQuiet());
    }

    @Test
    void anEventThatAlwaysFailsIsSetAsideAndItsChannelGoesOn() throws Exception {
        RecordingHandler handler = new RecordingHandler((event, context) -> {
            if (event.id().equals("chat/1")) {
                throw new IllegalStateException("broken");
            }
        });
        try (RunningWorker worker = new RunningWorker(handler, settings(RunningWorker.quickly(3)))) {
            worker.append(message("chat", 1));
            worker.append(message("chat", 2));

            assertEquals(List.of("chat/1", "chat/1", "chat/1", "chat/2"), handler.awaitIds(4));

            DeadLetter letter = worker.worker.deadLetters().take(1).get(0);
            assertEquals(message("chat", 1), letter.event());
            assertEquals(3, letter.attempts());
            assertEquals("java.lang.IllegalStateException: broken", letter.reason());
            worker.close(Duration.ofSeconds(10));
            assertEquals(1, worker.counted("handled"));
            assertEquals(3, worker.counted("failed"));
            assertEquals(1, worker.counted("dead_letter"));
            assertEquals(0, worker.level("gateway_worker_backlog"));
        }
    }

    @Test
    void whileDeadLettersAreFullTheEventIsKeptAndItsChannelAloneWaits() throws Exception {
        Set<String> broken = ConcurrentHashMap.newKeySet();
        broken.addAll(List.of("a/1", "b/1"));
        RecordingHandler handler = new RecordingHandler((event, context) -> {
            if (broken.contains(event.id())) {
                throw new IllegalStateException("broken");
            }
        });
        WorkerSettings roomForOne =
                settings(RunningWorker.quickly(1)).withDeadLetters(new DeadLetterLimits(1, Long.MAX_VALUE));
        try (RunningWorker worker = new RunningWorker(handler, roomForOne.withHandlerThreads(1))) {
            worker.append(message("a", 1));
            worker.append(message("b", 1));
            worker.append(message("b", 2));
            worker.append(message("chat", 1));
            assertEquals(List.of("a/1", "b/1", "chat/1"), handler.awaitIds(3));
            assertEquals(1, worker.level("gateway_worker_blocked_channels"));
            assertTrue(worker.level("gateway_worker_backlog") >= 2, "the blocked channel keeps its two events");

            assertEquals(
                    "a/1", worker.worker.deadLetters().take(1).get(0).event().id());

            assertEquals("b/2", handler.awaitCall().eventId());
            assertEquals(0, worker.level("gateway_worker_blocked_channels"));
            assertEquals(
                    "b/1", worker.worker.deadLetters().take(1).get(0).event().id());
        }
    }

    private static WorkerSettings settings(RetrySettings retry) {
        return WorkerSettings.DEFAULT.withRetry(retry);
    }
}
