package io.spindle.gateway.transport.redis;

import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.transport.Appending;
import io.spindle.gateway.api.transport.ReplyListener;
import io.spindle.gateway.api.transport.Transport;
import io.spindle.gateway.redis.RedisConnection;
import io.spindle.gateway.routing.WorkerList;
import io.spindle.gateway.routing.WorkerRegistry;
import io.spindle.gateway.transport.EventCodec;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Events to workers through Redis Streams. While one batch is under way to a stream, the next one collects: group
 * commit, which keeps the order and costs a fraction of single appends. A batch is one script call that is applied once,
 * however often it has to be sent.
 *
 * <p><b>Threading.</b> As {@link Transport} says; results come on a thread named {@code spindle-append}.
 */
public final class RedisStreamTransport implements Transport {
    private final ConcurrentHashMap<String, WorkerStream> streams = new ConcurrentHashMap<>();
    private final RedisConnection redis;
    private final MemoryGuard memory;
    private final AppendLoop loop;
    private volatile boolean closed;

    /** The connection and the registry stay the caller's to close. */
    public RedisStreamTransport(RedisConnection redis, WorkerRegistry workers, RedisTransportSettings settings) {
        this.redis = redis;
        this.memory = new MemoryGuard(redis);
        this.loop =
                new AppendLoop(settings, new AppendScript(redis, settings), workers, memory::isFull, streams.values());
        workers.onRead(list -> loop.execute(() -> forgetUnknown(list)));
    }

    /** Workers on Redis send nothing back so far: {@code replies} is told nothing, and remote calls are refused. */
    @Override
    public void start(Supplier<CompletionStage<Void>> downstream, ReplyListener replies) {
        loop.start(downstream);
    }

    @Override
    public CompletionStage<Appending> append(String workerId, ClientEvent event, long deadlineNanos) {
        if (closed) {
            return CompletableFuture.completedFuture(new Appending.Refused(Refusal.REDIS_ERROR));
        }
        if (event instanceof ClientEvent.Rpc) {
            return CompletableFuture.completedFuture(new Appending.Refused(Refusal.NOT_SUPPORTED));
        }
        // Encoded here, on the publisher's thread: there are many of these and only one of the transport.
        PendingAppend pending = new PendingAppend(event, EventCodec.encode(event, workerId), deadlineNanos);
        while (!stream(workerId).append(pending)) {
            // dropped as idle between the two: the next look makes it anew
            Thread.onSpinWait();
        }
        return pending;
    }

    private WorkerStream stream(String workerId) {
        WorkerStream stream = streams.get(workerId);
        return stream != null ? stream : streams.computeIfAbsent(workerId, id -> new WorkerStream(id, loop));
    }

    private void forgetUnknown(WorkerList workers) {
        for (String workerId : streams.keySet()) {
            if (!workers.isKnown(workerId)) {
                streams.computeIfPresent(workerId, (id, stream) -> stream.retireIfIdle() ? null : stream);
            }
        }
    }

    @Override
    public boolean healthy() {
        return redis.healthy();
    }

    @Override
    public void close() {
        closed = true;
        memory.close();
        loop.close();
    }
}
