package io.spindle.gateway.transport.redis;

import io.netty.util.concurrent.DefaultThreadFactory;
import io.spindle.gateway.routing.WorkerList;
import io.spindle.gateway.routing.WorkerRegistry;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The transport's thread, and what the streams that live on it share. Batch numbers are shared too: a stream whose
 * object was dropped and made anew must not count from 1 again, or its batches pass for duplicates.
 *
 * <p>{@link #execute}, {@link #schedule} and what is immutable: any thread. All else: the loop's thread.
 */
final class AppendLoop {
    private static final Logger log = LoggerFactory.getLogger(AppendLoop.class);
    /** Deadlines are looked at so often, and answered up to so much early: never late. */
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    /** "Known as old-style" means: by a list not older than this. */
    private static final long LIST_LIFE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final String senderId = UUID.randomUUID().toString();
    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(1, new DefaultThreadFactory("spindle-append", true));
    private final RedisTransportSettings settings;
    private final long batchIntervalNanos;
    private final AppendScript script;
    private final WorkerRegistry workers;
    private final BooleanSupplier memoryFull;
    private final Collection<WorkerStream> streams;
    private volatile Supplier<CompletionStage<Void>> downstream = () -> CompletableFuture.completedFuture(null);
    private long lastBatchNumber;
    private boolean ticking;

    AppendLoop(
            RedisTransportSettings settings,
            AppendScript script,
            WorkerRegistry workers,
            BooleanSupplier memoryFull,
            Collection<WorkerStream> streams) {
        this.settings = settings;
        this.batchIntervalNanos = settings.batchInterval().toNanos();
        this.script = script;
        this.workers = workers;
        this.memoryFull = memoryFull;
        this.streams = streams;
    }

    String senderId() {
        return senderId;
    }

    RedisTransportSettings settings() {
        return settings;
    }

    long batchIntervalNanos() {
        return batchIntervalNanos;
    }

    AppendScript script() {
        return script;
    }

    boolean isMemoryFull() {
        return memoryFull.getAsBoolean();
    }

    boolean isOldStyle(String workerId) {
        WorkerList list = workers.last();
        return list.isFresherThan(LIST_LIFE_NANOS, System.nanoTime()) && list.isOldStyle(workerId);
    }

    CompletionStage<WorkerList> freshWorkers() {
        return workers.fresh();
    }

    void start(Supplier<CompletionStage<Void>> downstream) {
        this.downstream = downstream;
    }

    CompletableFuture<Void> downstream() {
        return downstream.get().toCompletableFuture();
    }

    long nextBatchNumber() {
        return ++lastBatchNumber;
    }

    void execute(Runnable task) {
        submit(task, 0);
    }

    void schedule(Runnable task, long delayNanos) {
        submit(task, delayNanos);
    }

    private void submit(Runnable task, long delayNanos) {
        try {
            thread.schedule(() -> run(task), delayNanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("The transport is closed");
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            log.error("A step of the transport failed", e);
        }
    }

    /** While anything is under way, deadlines are watched. */
    void ensureTicking() {
        if (!ticking) {
            ticking = true;
            schedule(this::tick, TICK_NANOS);
        }
    }

    private void tick() {
        ticking = false;
        long horizon = System.nanoTime() + TICK_NANOS;
        boolean active = false;
        for (WorkerStream stream : streams) {
            stream.expire(horizon);
            active |= !stream.isIdle();
        }
        if (active) {
            ensureTicking();
        }
    }

    /** Waits until nothing is under way, bounded; then answers the rest and ends the thread. */
    void close() {
        long deadline = System.nanoTime() + settings.closeTimeout().toNanos();
        CompletableFuture<Void> idle = new CompletableFuture<>();
        execute(() -> awaitIdle(deadline, idle));
        try {
            idle.orTimeout(settings.closeTimeout().toMillis() + 1_000, TimeUnit.MILLISECONDS)
                    .handle((done, failure) -> done)
                    .join();
        } finally {
            thread.shutdown();
        }
    }

    private void awaitIdle(long deadlineNanos, CompletableFuture<Void> idle) {
        boolean active = streams.stream().anyMatch(stream -> !stream.isIdle());
        if (active && System.nanoTime() - deadlineNanos < 0) {
            schedule(() -> awaitIdle(deadlineNanos, idle), batchIntervalNanos);
            return;
        }
        streams.forEach(WorkerStream::abandonAll);
        idle.complete(null);
    }
}
