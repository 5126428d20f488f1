package io.spindle.gateway.auth;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Keys that were fetched. Each is kept for an hour from its last use, so a key that is withdrawn lives on while it is
 * used. Bounded: the one that was not used for the longest time makes room. Thread-safe.
 */
final class KeyCache {
    static final Duration LIFE = Duration.ofHours(1);
    private static final int MAX_KEYS = 10_000;

    private final LongSupplier nanoTime;
    private final Map<Id, Entry> entries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Id, Entry> eldest) {
            return size() > MAX_KEYS;
        }
    };

    /** An empty one, with a clock as {@link System#nanoTime()}. */
    KeyCache(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized Optional<SignatureKeys> find(URI endpoint, String keyId) {
        long now = nanoTime.getAsLong();
        Id id = new Id(endpoint, keyId);
        Entry entry = entries.get(id);
        if (entry == null) {
            return Optional.empty();
        }
        if (now - entry.usedNanos() >= LIFE.toNanos()) {
            entries.remove(id);
            return Optional.empty();
        }
        entries.put(id, new Entry(entry.keys(), now));
        return Optional.of(entry.keys());
    }

    synchronized void putAll(URI endpoint, Map<String, SignatureKeys> keys) {
        long now = nanoTime.getAsLong();
        keys.forEach((keyId, key) -> entries.put(new Id(endpoint, keyId), new Entry(key, now)));
    }

    private record Id(URI endpoint, String keyId) {}

    private record Entry(SignatureKeys keys, long usedNanos) {}
}
