package io.spindle.gateway.routing.redis;

import io.spindle.gateway.redis.RedisConnection;
import io.spindle.gateway.redis.RedisFailure;
import io.spindle.gateway.routing.WorkerList;
import io.spindle.gateway.routing.WorkerRegistry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.redisson.client.protocol.RedisCommand;
import org.redisson.client.protocol.decoder.ObjectListReplayDecoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The list of workers: {@code workers:active}, a contract with existing workers, and {@code spindle:workers} with the
 * pools of managed ones. Read every half second, and at once when somebody needs to know for certain.
 *
 * <p><b>Threading.</b> Any thread may ask. Reading state is confined to the connection's background thread, where
 * listeners are called and stages complete.
 */
public final class WorkerDirectory implements WorkerRegistry, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WorkerDirectory.class);
    private static final String OPERATION = "workers";
    private static final String ACTIVE_KEY = "workers:active";
    private static final String MANAGED_KEY = "spindle:workers";
    private static final RedisCommand<List<Object>> ZRANGE = new RedisCommand<>("ZRANGE", list());
    private static final RedisCommand<List<Object>> HGETALL = new RedisCommand<>("HGETALL", list());
    private static final long READ_INTERVAL_MILLIS = 500;
    /** However many ask for a fresh reading, no more than one in so long is made. */
    private static final long FRESH_INTERVAL_MILLIS = 20;

    private static final int MAX_WARNED_IDS = 1_000;

    private final RedisConnection redis;
    private final ScheduledExecutorService background;
    private final List<Consumer<WorkerList>> listeners = new CopyOnWriteArrayList<>();
    private final Set<String> warnedIds = new HashSet<>();
    private final ScheduledFuture<?> periodic;
    private volatile WorkerList last = WorkerList.empty(System.nanoTime());
    private volatile boolean closed;
    private boolean reading;
    private @Nullable CompletableFuture<WorkerList> next;

    private WorkerDirectory(RedisConnection redis) {
        this.redis = redis;
        this.background = redis.background();
        this.periodic = background.scheduleWithFixedDelay(
                this::readIfIdle, READ_INTERVAL_MILLIS, READ_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Reads the list for the first time, so that the first channels find their workers; returns when that is done. */
    public static WorkerDirectory open(RedisConnection redis) {
        WorkerDirectory directory = new WorkerDirectory(redis);
        directory
                .fresh()
                .handle((list, failure) -> directory)
                .toCompletableFuture()
                .join();
        return directory;
    }

    @Override
    public WorkerList last() {
        return last;
    }

    @Override
    public CompletionStage<WorkerList> fresh() {
        CompletableFuture<WorkerList> answer = new CompletableFuture<>();
        background.execute(() -> {
            if (next == null) {
                next = new CompletableFuture<>();
                if (!reading) {
                    long since = System.nanoTime() - last.readNanos();
                    long wait = FRESH_INTERVAL_MILLIS - TimeUnit.NANOSECONDS.toMillis(since);
                    background.schedule(this::readIfIdle, Math.max(0, wait), TimeUnit.MILLISECONDS);
                }
            }
            next.whenComplete((list, failure) -> {
                if (failure == null) {
                    answer.complete(list);
                } else {
                    answer.completeExceptionally(failure);
                }
            });
        });
        return answer;
    }

    @Override
    public void onRead(Consumer<WorkerList> listener) {
        listeners.add(listener);
    }

    private void readIfIdle() {
        if (reading || closed) {
            return;
        }
        reading = true;
        CompletableFuture<WorkerList> waiting = next == null ? new CompletableFuture<>() : next;
        next = null;
        long start = System.nanoTime();
        CompletableFuture<List<Object>> active = redis.call(OPERATION, ACTIVE_KEY, ZRANGE, ACTIVE_KEY, 0, -1);
        CompletableFuture<List<Object>> managed = redis.call(OPERATION, MANAGED_KEY, HGETALL, MANAGED_KEY);
        active.thenCombine(managed, (ids, pools) -> list(ids, pools, start))
                .whenCompleteAsync((list, failure) -> read(waiting, list, failure), background);
    }

    private void read(CompletableFuture<WorkerList> waiting, WorkerList list, Throwable failure) {
        reading = false;
        if (failure == null) {
            last = list;
            waiting.complete(list);
            listeners.forEach(listener -> listener.accept(list));
        } else {
            log.debug("Workers can't be read: {}", RedisFailure.of(failure));
            waiting.completeExceptionally(failure);
        }
        if (next != null) {
            readIfIdle();
        }
    }

    private WorkerList list(List<Object> ids, List<Object> pools, long start) {
        Set<String> active = new HashSet<>();
        for (Object id : ids) {
            if (isUsable((String) id)) {
                active.add((String) id);
            }
        }
        Map<String, String> managed = new HashMap<>();
        for (int i = 0; i + 1 < pools.size(); i += 2) {
            managed.put((String) pools.get(i), (String) pools.get(i + 1));
        }
        return new WorkerList(active, managed, start);
    }

    /** A brace in an id would put the keys beside its stream into another slot of a cluster. */
    private boolean isUsable(String id) {
        if (id.indexOf('{') < 0 && id.indexOf('}') < 0) {
            return true;
        }
        if (warnedIds.size() < MAX_WARNED_IDS && warnedIds.add(id)) {
            log.warn("Worker skipped, its id has a brace: {}", id);
        }
        return false;
    }

    private static ObjectListReplayDecoder<Object> list() {
        return new ObjectListReplayDecoder<>();
    }

    @Override
    public void close() {
        closed = true;
        periodic.cancel(false);
    }
}
