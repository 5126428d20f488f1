package io.spindle.gateway.auth;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Key sets of other servers. A key that is not known yet is looked for in a fresh set; all who wait for one share a
 * request, and for a while after it there is no other, whatever keys tokens name. Thread-safe, never blocks.
 */
final class KeySets {
    /** How long a set is fresh, and how long a failure stands. */
    static final Duration FRESH = Duration.ofSeconds(10);

    static final Duration FAILED = Duration.ofSeconds(1);
    private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);
    private static final int MAX_ENDPOINTS = 1_000;
    private static final Logger log = LoggerFactory.getLogger(KeySets.class);

    private final KeySetRequests requests;
    private final LongSupplier nanoTime;
    private final KeyCache cache;
    private final AtomicLong nextWarning;

    /** The last fetch of each endpoint; guarded by itself. */
    private final Map<URI, Fetch> fetches = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<URI, Fetch> eldest) {
            return size() > MAX_ENDPOINTS;
        }
    };

    /** None yet, with a clock as {@link System#nanoTime()}. */
    KeySets(KeySetRequests requests, LongSupplier nanoTime) {
        this.requests = requests;
        this.nanoTime = nanoTime;
        this.cache = new KeyCache(nanoTime);
        this.nextWarning = new AtomicLong(nanoTime.getAsLong());
    }

    /**
     * Looks for a key.
     *
     * @return the key; empty if the set has none of this id, or can't be had. Complete at once if the key is known
     */
    CompletionStage<Optional<SignatureKeys>> find(URI endpoint, String keyId) {
        Optional<SignatureKeys> known = cache.find(endpoint, keyId);
        return known.isPresent()
                ? CompletableFuture.completedFuture(known)
                : freshSet(endpoint).thenApply(keys -> Optional.ofNullable(keys.get(keyId)));
    }

    private CompletionStage<Map<String, SignatureKeys>> freshSet(URI endpoint) {
        Fetch fetch = new Fetch();
        synchronized (fetches) {
            Fetch last = fetches.get(endpoint);
            if (last != null && last.stands(nanoTime.getAsLong())) {
                return last.keys;
            }
            fetches.put(endpoint, fetch);
        }
        requests.get(endpoint).thenApply(KeySets::read).whenComplete((keys, failure) -> {
            if (failure == null) {
                cache.putAll(endpoint, keys);
                fetch.end(keys, nanoTime.getAsLong() + FRESH.toNanos());
            } else {
                warn(endpoint, failure);
                fetch.end(Map.of(), nanoTime.getAsLong() + FAILED.toNanos());
            }
        });
        return fetch.keys;
    }

    private static Map<String, SignatureKeys> read(byte[] json) {
        try {
            return KeySetReader.read(json);
        } catch (MalformedKeySet malformed) {
            throw new CompletionException(malformed);
        }
    }

    private void warn(URI endpoint, Throwable failure) {
        long now = nanoTime.getAsLong();
        long next = nextWarning.get();
        if (now - next >= 0 && nextWarning.compareAndSet(next, now + BETWEEN_WARNINGS.toNanos())) {
            // Without the query, which may hold a secret.
            log.warn(
                    "Key set can't be had, tokens with keys that are not known yet are invalid: host={} path={} cause={}",
                    endpoint.getHost(),
                    endpoint.getPath(),
                    rootOf(failure).toString());
        }
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : rootOf(cause);
    }

    /** One request for a set, and for how long its outcome stands. */
    private static final class Fetch {
        private final CompletableFuture<Map<String, SignatureKeys>> keys = new CompletableFuture<>();
        private volatile long standsUntilNanos;

        private void end(Map<String, SignatureKeys> set, long standsUntilNanos) {
            this.standsUntilNanos = standsUntilNanos;
            keys.complete(set);
        }

        private boolean stands(long now) {
            return !keys.isDone() || now - standsUntilNanos < 0;
        }
    }
}
