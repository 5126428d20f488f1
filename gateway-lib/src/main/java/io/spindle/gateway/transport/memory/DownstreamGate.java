package io.spindle.gateway.transport.memory;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.transport.Appending;
import io.spindle.gateway.worker.BacklogLimits;
import io.spindle.gateway.worker.EventTally;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/**
 * Holds appends back while those who get their results have no room for more: in order, bounded as a worker's backlog,
 * each until there is room or its deadline has come.
 *
 * <p>Thread-safe: one lock, held for a few steps. Held appends are made and answered on the scheduler's thread; while
 * one is held, all that come later are held behind it.
 */
final class DownstreamGate {
    private static final int DEADLINE_CHECK_MILLIS = 10;

    private final Object lock = new Object();
    private final ArrayDeque<Held> held = new ArrayDeque<>();
    private final EventTally tally;
    private final ScheduledExecutorService scheduler;
    private volatile Supplier<CompletionStage<Void>> downstream = () -> CompletableFuture.completedStage(null);
    private volatile boolean holding;
    private boolean expiring;
    private boolean closed;

    DownstreamGate(BacklogLimits limits, ScheduledExecutorService scheduler) {
        this.tally = new EventTally(limits.maxBacklog(), limits.maxBacklogBytes());
        this.scheduler = scheduler;
    }

    /** Asks these from now on whether they have room. */
    void downstream(Supplier<CompletionStage<Void>> downstream) {
        this.downstream = downstream;
    }

    /** Whether an append may be made now, on the caller's thread. */
    boolean isOpen() {
        return !holding && isComplete(downstream.get());
    }

    /** Makes an append as soon as there is room. */
    CompletionStage<Appending> hold(ClientEvent event, long deadlineNanos, Supplier<Appending> append) {
        Held entry = new Held(event, deadlineNanos, append, new CompletableFuture<>());
        boolean first;
        boolean unwatched;
        synchronized (lock) {
            if (closed) {
                return CompletableFuture.completedStage(new Appending.Refused(Refusal.SEALED));
            }
            if (!tally.add(event)) {
                return CompletableFuture.completedStage(new Appending.Refused(Refusal.BACKLOG_FULL));
            }
            held.add(entry);
            first = !holding;
            holding = true;
            unwatched = !expiring;
            expiring = true;
        }
        if (first) {
            scheduler.execute(this::drain);
        }
        if (unwatched) {
            scheduler.schedule(this::expire, DEADLINE_CHECK_MILLIS, MILLISECONDS);
        }
        return entry.answer.minimalCompletionStage();
    }

    /** Refuses what is held, and what is to be held later. */
    void close() {
        List<Held> refused;
        synchronized (lock) {
            closed = true;
            refused = new ArrayList<>(held);
            held.clear();
        }
        refused.forEach(entry -> entry.refuse(Refusal.SEALED));
    }

    private void drain() {
        while (true) {
            CompletionStage<Void> room = downstream.get();
            if (!isComplete(room)) {
                room.whenComplete((done, failure) -> scheduler.execute(this::drain));
                return;
            }
            Held next;
            synchronized (lock) {
                next = held.poll();
                if (next == null) {
                    holding = false;
                    return;
                }
                tally.remove(next.event);
            }
            next.answer.complete(next.append.get());
        }
    }

    private void expire() {
        List<Held> expired = new ArrayList<>();
        synchronized (lock) {
            if (held.isEmpty()) {
                expiring = false;
                return;
            }
            long now = System.nanoTime();
            held.removeIf(entry -> {
                boolean late = entry.deadlineNanos - now <= 0;
                if (late) {
                    tally.remove(entry.event);
                    expired.add(entry);
                }
                return late;
            });
        }
        expired.forEach(entry -> entry.refuse(Refusal.DEADLINE));
        scheduler.schedule(this::expire, DEADLINE_CHECK_MILLIS, MILLISECONDS);
    }

    private static boolean isComplete(CompletionStage<Void> stage) {
        return stage.toCompletableFuture().isDone();
    }

    private record Held(
            ClientEvent event, long deadlineNanos, Supplier<Appending> append, CompletableFuture<Appending> answer) {
        void refuse(Refusal refusal) {
            answer.complete(new Appending.Refused(refusal));
        }
    }
}
