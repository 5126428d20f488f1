package io.spindle.gateway.transport.redis;

import io.spindle.gateway.redis.RedisConnection;
import io.spindle.gateway.redis.RedisScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The append script of one transport instance: a batch becomes one call. Any thread may call. */
final class AppendScript {
    private static final RedisScript SCRIPT = RedisScript.resource(AppendScript.class, "append.lua");
    private static final int ARGUMENTS_BEFORE_NAMES = 7;
    private static final byte[] YES = utf8("1");
    private static final byte[] NO = utf8("0");

    private final RedisConnection redis;
    private final byte[] oldWorkerStreamLength;
    private final byte[] maxBacklog;
    private final byte[] maxBacklogBytes;

    AppendScript(RedisConnection redis, RedisTransportSettings settings) {
        this.redis = redis;
        this.oldWorkerStreamLength = utf8(settings.oldWorkerStreamLength());
        this.maxBacklog = utf8(settings.maxBacklog());
        this.maxBacklogBytes = utf8(settings.maxBacklogBytes());
    }

    /** @param oldStyle whether the worker is known as one; then the names of the channels are of no use */
    CompletableFuture<AppendAnswer> run(StreamKeys keys, Batch batch, boolean oldStyle) {
        Collection<String> channels = oldStyle ? List.of() : batch.channels();
        List<PendingAppend> events = batch.events();
        List<byte[]> arguments = new ArrayList<>(ARGUMENTS_BEFORE_NAMES + channels.size() + events.size());
        arguments.add(utf8(batch.number()));
        arguments.add(oldStyle ? YES : NO);
        arguments.add(oldWorkerStreamLength);
        arguments.add(maxBacklog);
        arguments.add(maxBacklogBytes);
        arguments.add(keys.wakeChannel());
        arguments.add(utf8(channels.size()));
        channels.forEach(channel -> arguments.add(utf8(channel)));
        for (PendingAppend event : events) {
            arguments.add(event.payload());
        }
        return redis.run("append", SCRIPT, keys.stream(), keys.all(), arguments).thenApply(AppendAnswer::of);
    }

    private static byte[] utf8(long number) {
        return utf8(Long.toString(number));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
