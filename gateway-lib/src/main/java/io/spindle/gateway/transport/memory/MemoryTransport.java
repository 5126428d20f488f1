package io.spindle.gateway.transport.memory;

import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.rpc.RpcAnswer;
import io.spindle.gateway.api.transport.Appending;
import io.spindle.gateway.api.transport.ReplyListener;
import io.spindle.gateway.api.transport.Transport;
import io.spindle.gateway.api.worker.ChannelHandler;
import io.spindle.gateway.metrics.WorkerMetrics;
import io.spindle.gateway.worker.DeadLetters;
import io.spindle.gateway.worker.Worker;
import io.spindle.gateway.worker.WorkerSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Supplier;

/**
 * Takes events to handlers in this process: into the queue of their pool's worker. That is as durable as it gets here,
 * so an append is answered at once, on the caller's own thread, unless those who get the results have no room.
 *
 * <p>Thread-safe.
 */
public final class MemoryTransport implements Transport {
    private final Map<String, String> workerIds;
    private final Map<String, Worker> workers;
    private final Duration closeTimeout;
    private final ScheduledThreadPoolExecutor scheduler = scheduler();
    private final DownstreamGate gate;
    private volatile ReplyListener replies = (eventId, answer) -> false;

    /**
     * Starts the workers.
     *
     * @param handlers by the name of their pool; the worker of pool {@code p} is called {@code p-00}
     * @param settings of each of the workers
     */
    public MemoryTransport(Map<String, ChannelHandler> handlers, WorkerSettings settings, WorkerMetrics metrics) {
        Map<String, String> ids = new HashMap<>();
        handlers.keySet().forEach(pool -> ids.put(pool, PoolWorkers.workerId(pool)));
        workerIds = Map.copyOf(ids);
        Map<String, Worker> started = new HashMap<>();
        handlers.forEach((pool, handler) -> {
            String id = PoolWorkers.workerId(pool);
            started.put(id, new Worker(id, handler, settings, scheduler, this::replied, metrics));
        });
        workers = Map.copyOf(started);
        closeTimeout = settings.closeTimeout();
        gate = new DownstreamGate(settings.backlog(), scheduler);
    }

    /** The worker's id by its pool's name: what a router needs to know. */
    public Map<String, String> workerIds() {
        return workerIds;
    }

    /** What a worker's handler failed to handle; empty for a worker that is not here. */
    public Optional<DeadLetters> deadLetters(String workerId) {
        return Optional.ofNullable(workers.get(workerId)).map(Worker::deadLetters);
    }

    @Override
    public void start(Supplier<CompletionStage<Void>> downstream, ReplyListener replies) {
        this.replies = replies;
        gate.downstream(downstream);
    }

    private boolean replied(String eventId, RpcAnswer answer) {
        return replies.onReply(eventId, answer);
    }

    @Override
    public CompletionStage<Appending> append(String workerId, ClientEvent event, long deadlineNanos) {
        Worker worker = workers.get(workerId);
        if (worker == null) {
            return CompletableFuture.completedStage(Appending.WorkerOver.INSTANCE);
        }
        if (deadlineNanos - System.nanoTime() <= 0) {
            return CompletableFuture.completedStage(new Appending.Refused(Refusal.DEADLINE));
        }
        return gate.isOpen()
                ? CompletableFuture.completedStage(worker.append(event))
                : gate.hold(event, deadlineNanos, () -> worker.append(event));
    }

    /** Always: the store is this process. */
    @Override
    public boolean healthy() {
        return true;
    }

    /** Refuses what comes later, and waits at most {@code closeTimeout} until all that was accepted is handled. */
    @Override
    public void close() {
        long deadlineNanos = System.nanoTime() + closeTimeout.toNanos();
        gate.close();
        workers.values().forEach(Worker::seal);
        workers.values().forEach(worker -> worker.close(deadlineNanos));
        scheduler.shutdownNow();
    }

    private static ScheduledThreadPoolExecutor scheduler() {
        ThreadFactory threads = task -> {
            Thread thread = new Thread(task, "memory-transport");
            thread.setDaemon(true);
            return thread;
        };
        // What a handler that outlived the close still asks for is not done.
        return new ScheduledThreadPoolExecutor(1, threads, new ThreadPoolExecutor.DiscardPolicy());
    }
}
