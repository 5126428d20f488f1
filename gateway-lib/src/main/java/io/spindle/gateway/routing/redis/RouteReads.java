package io.spindle.gateway.routing.redis;

import io.spindle.gateway.redis.RedisConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RBatch;
import org.redisson.api.RBucketAsync;
import org.redisson.client.codec.StringCodec;

/**
 * Reads and first settings of routes, together: while one group is under way, the next one collects. When thousands of
 * clients come at once, each to a channel of its own, single commands would cost more than everything else about them.
 *
 * <p>Thread-safe. What waits is bounded by the events that wait for their routes.
 */
final class RouteReads {
    private static final int LARGEST_GROUP = 256;

    private final RedisConnection redis;
    private final Duration idleTime;
    private final ConcurrentLinkedQueue<Read> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean underWay = new AtomicBoolean();

    /** @param candidate set if the channel has no route; null to read only */
    private record Read(String key, @Nullable String candidate, CompletableFuture<Optional<String>> answer) {}

    RouteReads(RedisConnection redis, Duration idleTime) {
        this.redis = redis;
        this.idleTime = idleTime;
    }

    /** The route of a channel, after setting it to the candidate if there was none. */
    CompletionStage<Optional<String>> read(String key, @Nullable String candidate) {
        Read read = new Read(key, candidate, new CompletableFuture<>());
        waiting.add(read);
        sendNext();
        return read.answer();
    }

    private void sendNext() {
        while (!waiting.isEmpty() && underWay.compareAndSet(false, true)) {
            List<Read> group = takeGroup();
            if (group.isEmpty()) {
                // Somebody else took them; whoever came since then sees that nothing is under way.
                underWay.set(false);
            } else {
                send(group);
                return;
            }
        }
    }

    private List<Read> takeGroup() {
        List<Read> group = new ArrayList<>();
        Read read = waiting.poll();
        while (read != null) {
            group.add(read);
            read = group.size() < LARGEST_GROUP ? waiting.poll() : null;
        }
        return group;
    }

    private void send(List<Read> group) {
        RBatch batch = redis.client().createBatch();
        for (Read read : group) {
            RBucketAsync<String> bucket = batch.getBucket(read.key(), StringCodec.INSTANCE);
            if (read.candidate() != null) {
                // Not "SET NX GET" in one: servers before 7.0 refuse that.
                var set = idleTime.isZero()
                        ? bucket.setIfAbsentAsync(read.candidate())
                        : bucket.setIfAbsentAsync(read.candidate(), idleTime);
            }
            var get = idleTime.isZero() ? bucket.getAsync() : bucket.getAndExpireAsync(idleTime);
        }
        redis.measured(RedisRouteStore.OPERATION, () -> batch.executeAsync().toCompletableFuture())
                .whenComplete((result, failure) -> {
                    underWay.set(false);
                    sendNext();
                    if (result == null) {
                        group.forEach(read -> read.answer().completeExceptionally(failure));
                    } else {
                        answer(group, result.getResponses());
                    }
                });
    }

    private static void answer(List<Read> group, List<?> responses) {
        int at = 0;
        for (Read read : group) {
            at += read.candidate() == null ? 0 : 1;
            read.answer().complete(Optional.ofNullable((String) responses.get(at++)));
        }
    }
}
