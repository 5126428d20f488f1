package io.spindle.gateway.guard;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends calls whose deadline has passed. One sweep for all open calls, and none while no call is open: a timer for each
 * would cost more than most of them take. A call ends up to {@link #TICK_MILLIS} late. Thread-safe.
 */
final class Deadlines {
    static final long TICK_MILLIS = 20;

    private final ScheduledExecutorService scheduler;
    private final Queue<GuardedCall<?>> open = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean sweeping = new AtomicBoolean();

    Deadlines(ScheduledExecutorService scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Watches a call until it is answered.
     *
     * @throws RejectedExecutionException if the scheduler is shut down
     */
    void watch(GuardedCall<?> call) {
        open.add(call);
        startSweeping();
    }

    private void startSweeping() {
        if (sweeping.compareAndSet(false, true)) {
            scheduleSweep();
        }
    }

    private void scheduleSweep() {
        try {
            scheduler.schedule(this::sweep, TICK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException shutDown) {
            sweeping.set(false);
            throw shutDown;
        }
    }

    private void sweep() {
        long now = System.nanoTime();
        open.removeIf(call -> call.endIfOver(now));
        if (!open.isEmpty()) {
            scheduleSweep();
            return;
        }
        sweeping.set(false);
        // A call that came between the look and the flag saw a sweep going on, and started none.
        if (!open.isEmpty()) {
            startSweeping();
        }
    }
}
