package io.spindle.gateway.routing.redis;

import io.spindle.gateway.redis.RedisConnection;
import io.spindle.gateway.redis.RedisScript;
import io.spindle.gateway.routing.RouteStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Routes as strings {@code channel:route:{channel}}, a contract with the earlier gateway. */
public final class RedisRouteStore implements RouteStore {
    static final String OPERATION = "route";
    private static final String PREFIX = "channel:route:";
    private static final RedisScript REPLACE = RedisScript.resource(RedisRouteStore.class, "replace-route.lua");

    private final RedisConnection redis;
    private final Duration idleTime;
    private final RouteReads reads;

    /** @param idleTime routes not read for so long expire; zero: never */
    public RedisRouteStore(RedisConnection redis, Duration idleTime) {
        this.redis = redis;
        this.idleTime = idleTime;
        this.reads = new RouteReads(redis, idleTime);
    }

    @Override
    public CompletionStage<Optional<String>> read(String channel) {
        return reads.read(PREFIX + channel, null);
    }

    @Override
    public CompletionStage<Map<String, String>> readAll(Collection<String> channels) {
        Map<String, CompletableFuture<Optional<String>>> answers = new HashMap<>();
        channels.forEach(channel -> answers.put(channel, read(channel).toCompletableFuture()));
        return CompletableFuture.allOf(answers.values().toArray(CompletableFuture[]::new))
                .thenApply(done -> {
                    Map<String, String> routes = new HashMap<>();
                    answers.forEach(
                            (channel, answer) -> answer.join().ifPresent(worker -> routes.put(channel, worker)));
                    return routes;
                });
    }

    @Override
    public CompletionStage<String> setIfAbsent(String channel, String workerId) {
        // The key may be gone again between setting and reading it.
        return reads.read(PREFIX + channel, workerId).thenApply(now -> now.orElse(workerId));
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
