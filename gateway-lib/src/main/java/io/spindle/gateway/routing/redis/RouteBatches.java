package io.spindle.gateway.routing.redis;

import io.spindle.gateway.redis.RedisConnection;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RBatch;
import org.redisson.api.RBucketAsync;
import org.redisson.client.codec.StringCodec;

/**
 * Looks up routes in groups: while one is under way the next collects. A gateway that starts, or whose clients all come
 * back at once, asks for thousands of routes in a moment; one by one they would wait for the few connections of the pool
 * until they time out.
 *
 * <p>Thread-safe; answers come on the client library's threads. What waits is bounded by those who wait for it: the
 * events of these channels.
 */
final class RouteBatches {
    private static final int MAX_TOGETHER = 256;

    private final RedisConnection redis;
    private final String operation;
    private final Duration idleTime;
    private final ArrayDeque<Asked> waiting = new ArrayDeque<>();
    private boolean underWay;

    RouteBatches(RedisConnection redis, String operation, Duration idleTime) {
        this.redis = redis;
        this.operation = operation;
        this.idleTime = idleTime;
    }

    /**
     * What a route key says, after it was set to the candidate if it was absent.
     *
     * @param candidate absent: the key is only read
     */
    CompletableFuture<Optional<String>> ask(String key, Optional<String> candidate) {
        Asked asked = new Asked(key, candidate, new CompletableFuture<>());
        synchronized (this) {
            waiting.add(asked);
            if (underWay) {
                return asked.answer();
            }
            underWay = true;
        }
        sendNext();
        return asked.answer();
    }

    private void sendNext() {
        List<Asked> group = new ArrayList<>();
        synchronized (this) {
            while (group.size() < MAX_TOGETHER && !waiting.isEmpty()) {
                group.add(waiting.remove());
            }
            underWay = !group.isEmpty();
        }
        if (!group.isEmpty()) {
            redis.measured(operation, () -> send(group)).whenComplete((responses, failure) -> {
                answer(group, responses, failure);
                sendNext();
            });
        }
    }

    /** The answers to the reading commands, in the order of the group. */
    private CompletableFuture<List<?>> send(List<Asked> group) {
        RBatch batch = redis.client().createBatch();
        List<Integer> readings = new ArrayList<>(group.size());
        int commands = 0;
        for (Asked asked : group) {
            RBucketAsync<String> bucket = batch.getBucket(asked.key(), StringCodec.INSTANCE);
            if (asked.candidate().isPresent()) {
                set(bucket, asked.candidate().get());
                commands++;
            }
            read(bucket);
            readings.add(commands++);
        }
        return batch.executeAsync()
                .toCompletableFuture()
                .thenApply(result -> readings.stream()
                        .map(index -> result.getResponses().get(index))
                        .toList());
    }

    private void set(RBucketAsync<String> bucket, String workerId) {
        if (idleTime.isZero()) {
            bucket.setIfAbsentAsync(workerId);
        } else {
            bucket.setIfAbsentAsync(workerId, idleTime);
        }
    }

    private void read(RBucketAsync<String> bucket) {
        if (idleTime.isZero()) {
            bucket.getAsync();
        } else {
            bucket.getAndExpireAsync(idleTime);
        }
    }

    private static void answer(List<Asked> group, @Nullable List<?> responses, @Nullable Throwable failure) {
        for (int i = 0; i < group.size(); i++) {
            CompletableFuture<Optional<String>> answer = group.get(i).answer();
            if (responses == null) {
                answer.completeExceptionally(failure == null ? new IllegalStateException("no answer") : failure);
            } else {
                answer.complete(Optional.ofNullable((String) responses.get(i)));
            }
        }
    }

    private record Asked(String key, Optional<String> candidate, CompletableFuture<Optional<String>> answer) {}
}
