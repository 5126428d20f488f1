package io.spindle.gateway.transport.redis;

import io.spindle.gateway.redis.RedisConnection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.redisson.client.protocol.RedisCommands;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second line behind the bounds of single streams: while a Redis node uses more than 85 % of its memory limit, events
 * are refused. Read once a second in the background; asking costs nothing.
 */
final class MemoryGuard implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(MemoryGuard.class);
    private static final double FULL_SHARE = 0.85;
    private static final long READ_INTERVAL_MILLIS = 1_000;

    private final RedisConnection redis;
    private final ScheduledFuture<?> reading;
    private volatile boolean full;

    MemoryGuard(RedisConnection redis) {
        this.redis = redis;
        this.reading =
                redis.background().scheduleWithFixedDelay(this::read, 0, READ_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    boolean isFull() {
        return full;
    }

    private void read() {
        // What can't be read now leaves the last word standing: appends find out for themselves.
        redis.<Map<String, String>>callAll("memory", RedisCommands.INFO_MEMORY).thenAccept(this::judge);
    }

    private void judge(List<Map<String, String>> nodes) {
        boolean now = nodes.stream().anyMatch(MemoryGuard::isFull);
        if (now && !full) {
            log.warn("Redis is above 85 % of its memory limit: events are refused");
        } else if (full && !now) {
            log.info("Redis is below 85 % of its memory limit again");
        }
        full = now;
    }

    private static boolean isFull(Map<String, String> info) {
        long limit = Long.parseLong(info.getOrDefault("maxmemory", "0"));
        return limit > 0 && Long.parseLong(info.getOrDefault("used_memory", "0")) > limit * FULL_SHARE;
    }

    @Override
    public void close() {
        reading.cancel(false);
    }
}
