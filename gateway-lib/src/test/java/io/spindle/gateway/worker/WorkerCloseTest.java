package io.spindle.gateway.worker;

import static io.spindle.gateway.worker.Events.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.transport.Appending;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WorkerCloseTest {
    @Test
    void whatWasAcceptedIsHandledBeforeItCloses() throws Exception {
        RecordingHandler handler = new RecordingHandler((event, context) -> Thread.yield());
        try (RunningWorker worker = new RunningWorker(handler, WorkerSettings.DEFAULT)) {
            for (int event = 1; event <= 1_000; event++) {
                worker.append(message("chat", event));
            }

            worker.close(Duration.ofSeconds(10));

            assertEquals(1_000, worker.counted("handled"));
            assertEquals(0, worker.level("gateway_worker_backlog"));
        }
    }

    @Test
    void whatComesLaterIsRefused() {
        RecordingHandler handler = new RecordingHandler();
        try (RunningWorker worker = new RunningWorker(handler, WorkerSettings.DEFAULT)) {
            worker.worker.seal();

            assertEquals(new Appending.Refused(Refusal.SEALED), worker.append(message("chat", 1)));
            assertTrue(handler.isQuiet());
        }
    }

    @Test
    void aHandlerThatDoesNotEndHoldsTheCloseUpToItsBoundAndIsInterruptedThen() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        RecordingHandler handler = new RecordingHandler((event, context) -> {
            started.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        });
        try (RunningWorker worker = new RunningWorker(handler, WorkerSettings.DEFAULT)) {
            worker.append(message("chat", 1));
            worker.append(message("chat", 2));
            assertTrue(started.await(10, TimeUnit.SECONDS));

            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> worker.close(Duration.ofMillis(20)));

            assertTrue(interrupted.await(10, TimeUnit.SECONDS));
            assertEquals("chat/1", handler.awaitCall().eventId());
            assertEquals(0, worker.level("gateway_worker_backlog"), "what is given up waits no more");
        }
        assertTrue(handler.isQuiet(), "nothing was started after the close");
    }
}
