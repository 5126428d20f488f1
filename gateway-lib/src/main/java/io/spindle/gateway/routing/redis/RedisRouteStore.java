package io.spindle.gateway.routing.redis;

import io.spindle.gateway.redis.RedisConnection;
import io.spindle.gateway.redis.RedisScript;
import io.spindle.gateway.routing.RouteStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Routes as strings {@code channel:route:{channel}}, a contract with the earlier gateway. */
public final class RedisRouteStore implements RouteStore {
    private static final String OPERATION = "route";
    private static final String PREFIX = "channel:route:";
    private static final RedisScript REPLACE = RedisScript.resource(RedisRouteStore.class, "replace-route.lua");

    private final RedisConnection redis;
    private final RouteBatches batches;
    private final Duration idleTime;

    /** @param idleTime routes not read for so long expire; zero: never */
    public RedisRouteStore(RedisConnection redis, Duration idleTime) {
        this.redis = redis;
        this.batches = new RouteBatches(redis, OPERATION, idleTime);
        this.idleTime = idleTime;
    }

    @Override
    public CompletionStage<Optional<String>> readOrSet(String channel, Optional<String> candidate) {
        return batches.ask(PREFIX + channel, candidate);
    }

    @Override
    public CompletionStage<Map<String, String>> readAll(Collection<String> channels) {
        Map<String, String> routes = new ConcurrentHashMap<>();
        CompletableFuture<?>[] readings = channels.stream()
                .map(channel -> batches.ask(PREFIX + channel, Optional.empty())
                        .thenAccept(worker -> worker.ifPresent(id -> routes.put(channel, id))))
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(readings).thenApply(done -> routes);
    }

    @Override
    public CompletionStage<String> replace(String channel, String oldWorkerId, String newWorkerId) {
        String key = PREFIX + channel;
        byte[][] keys = {utf8(key)};
        List<byte[]> arguments =
                List.of(utf8(oldWorkerId), utf8(newWorkerId), utf8(Long.toString(idleTime.toMillis())));
        return redis.run(OPERATION, REPLACE, key, keys, arguments).thenApply(answer -> (String) answer.get(0));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
