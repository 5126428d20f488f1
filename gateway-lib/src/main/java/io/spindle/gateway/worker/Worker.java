package io.spindle.gateway.worker;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.transport.Appending;
import io.spindle.gateway.api.transport.ReplyListener;
import io.spindle.gateway.api.worker.ChannelHandler;
import io.spindle.gateway.metrics.WorkerMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One worker of this process: its queue, and the handler that is fed from it. Events of one channel are handled one
 * after another, those of different channels in parallel; an event leaves the queue when its handler succeeded, or when
 * it was set aside as a dead letter. One that fails is tried again while only its channel waits.
 *
 * <p>Thread-safe. The handler is called on threads of the worker's own, with no lock held.
 */
public final class Worker {
    private static final Logger log = LoggerFactory.getLogger(Worker.class);

    private static final Duration LONGEST_WATCH_INTERVAL = Duration.ofSeconds(1);
    private static final int WATCHES_PER_TIMEOUT = 10;

    private final String id;
    private final Backlog backlog;
    private final DeadLetters deadLetters;
    private final ExecutorService threads;
    private final ChannelFeed feed;
    private final ScheduledFuture<?> watch;

    /**
     * A worker that begins at once.
     *
     * @param scheduler ends the pauses of channels and watches the time of calls; it stays the caller's, is never
     *     blocked, and must ignore what comes after its shutdown
     * @param replies told what the handler answers to remote calls
     */
    public Worker(
            String id,
            ChannelHandler handler,
            WorkerSettings settings,
            ScheduledExecutorService scheduler,
            ReplyListener replies,
            WorkerMetrics metrics) {
        this.id = id;
        backlog = new Backlog(settings.backlog(), metrics);
        deadLetters = new DeadLetters(settings.deadLetters(), Clock.systemUTC());
        threads = HandlerThreads.create(id, settings.handlerThreads());
        Duration timeout = settings.retry().handlerTimeout();
        HandlerCalls calls = new HandlerCalls(id, handler, timeout, replies, metrics, System::nanoTime);
        Pauses pauses = (pause, task) -> scheduler.schedule(() -> threads.execute(task), pause.toNanos(), NANOSECONDS);
        SetAside setAside = new SetAside(id, deadLetters, settings.retry().maxBackoff(), pauses, metrics);
        feed = new ChannelFeed(backlog, calls, settings.retry(), setAside, threads, pauses, metrics);
        long watchNanos = Math.min(timeout.toNanos() / WATCHES_PER_TIMEOUT + 1, LONGEST_WATCH_INTERVAL.toNanos());
        watch = scheduler.scheduleWithFixedDelay(calls::interruptOverdue, watchNanos, watchNanos, NANOSECONDS);
    }

    /** Takes an event into the queue, behind those of its channel that are there; answers at once. */
    public Appending append(ClientEvent event) {
        switch (backlog.admit(event)) {
            case CHANNEL_WAKES:
                feed.wake(event.channel());
                return Appending.Appended.INSTANCE;
            case BEHIND_OTHERS:
                return Appending.Appended.INSTANCE;
            case BACKLOG_FULL:
                return new Appending.Refused(Refusal.BACKLOG_FULL);
            case CHANNEL_FULL:
                return new Appending.Refused(Refusal.CHANNEL_FULL);
            case CLOSED:
                return new Appending.Refused(Refusal.SEALED);
        }
        throw new AssertionError();
    }

    /** What this worker's handler failed to handle. */
    public DeadLetters deadLetters() {
        return deadLetters;
    }

    /** Refuses what comes later; what is in the queue is handled on. */
    public void seal() {
        backlog.close();
    }

    /**
     * Handles what is in the queue, as far as that is done by the deadline; then interrupts what still runs and gives
     * up the rest, which is logged. (The queue is this process's memory: nobody else could take the rest over.)
     *
     * @param deadlineNanos on the clock of {@link System#nanoTime()}
     */
    public void close(long deadlineNanos) {
        seal();
        try {
            backlog.awaitEmpty(deadlineNanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        int left = backlog.stop();
        watch.cancel(false);
        threads.shutdownNow();
        if (left > 0) {
            log.warn("Worker closed with events that were not handled: worker={} events={}", id, left);
        }
    }
}
