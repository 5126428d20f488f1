package io.spindle.gateway.broker.memory;

import io.spindle.gateway.protocol.StreamPosition;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the first publication of each idempotency key was answered, for five minutes. Beyond {@link #MAX_BYTES} (some
 * 300,000 keys) the oldest are forgotten before their time, which is logged once a minute.
 *
 * <p>Thread-safe. All live equally long, so that they expire in the order in which they came.
 *
 * @see <a href="https://centrifugal.dev/docs/server/server_api">Centrifugal server API: {@code idempotency_key}</a>
 */
final class FirstResults {
    static final Duration KEPT = Duration.ofMinutes(5);

    static final long MAX_BYTES = 64 << 20;

    private static final Logger log = LoggerFactory.getLogger(FirstResults.class);
    private static final long ENTRY_BYTES = 200;
    private static final long WARNING_NANOS = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanoTime;
    private final LinkedHashMap<Key, First> results = new LinkedHashMap<>();
    private long bytes;
    private @Nullable Long warnedAt;

    private record Key(String channel, String key) {
        long bytes() {
            return ENTRY_BYTES + channel.length() + key.length();
        }
    }

    private record First(CompletableFuture<StreamPosition> result, long until) {}

    FirstResults(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Returns the first publication's result, or, if this is the first one, keeps the result that it is going to have. */
    synchronized CompletableFuture<StreamPosition> firstOr(
            String channel, String idempotencyKey, CompletableFuture<StreamPosition> result) {
        long now = nanoTime.getAsLong();
        forgetUntil(now);
        Key key = new Key(channel, idempotencyKey);
        First first = results.putIfAbsent(key, new First(result, now + KEPT.toNanos()));
        if (first != null) {
            return first.result();
        }
        bytes += key.bytes();
        makeRoom(now);
        return result;
    }

    /** Nothing was published: the next one with this key is the first. */
    synchronized void forget(String channel, String idempotencyKey) {
        Key key = new Key(channel, idempotencyKey);
        if (results.remove(key) != null) {
            bytes -= key.bytes();
        }
    }

    synchronized void sweep() {
        forgetUntil(nanoTime.getAsLong());
    }

    synchronized int count() {
        return results.size();
    }

    private void forgetUntil(long now) {
        Iterator<Map.Entry<Key, First>> oldest = results.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<Key, First> entry = oldest.next();
            if (now - entry.getValue().until() < 0) {
                return;
            }
            bytes -= entry.getKey().bytes();
            oldest.remove();
        }
    }

    private void makeRoom(long now) {
        if (bytes <= MAX_BYTES) {
            return;
        }
        if (warnedAt == null || now - warnedAt >= WARNING_NANOS) {
            warnedAt = now;
            log.warn(
                    "More idempotency keys than fit, the oldest are forgotten early: kept={} maxBytes={}",
                    results.size(),
                    MAX_BYTES);
        }
        Iterator<Key> oldest = results.keySet().iterator();
        while (bytes > MAX_BYTES) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }
}
