package io.spindle.gateway.routing;

import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.routing.Routing;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the worker of a channel in the store, chooses one where there is none, and replaces one that is over: never
 * because a list in memory lacks it, which may be older than the worker, but only when a reading that began afterwards
 * finds it nowhere. Thread-safe; stages complete on the store's and the registry's threads.
 */
final class RouteLookup {
    private static final Logger log = LoggerFactory.getLogger(RouteLookup.class);
    /** A route that names one vanished worker after another is given up on: something else rewrites it. */
    private static final int MAX_REPLACEMENTS = 3;

    private static final long LOG_INTERVAL_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final RouteStore store;
    private final WorkerRegistry workers;
    private final AtomicLong nextLogNanos = new AtomicLong(System.nanoTime());

    RouteLookup(RouteStore store, WorkerRegistry workers) {
        this.store = store;
        this.workers = workers;
    }

    CompletionStage<Routing> find(String channel, String pool) {
        return store.read(channel)
                .thenCompose(route -> route.isPresent() ? check(channel, pool, route.get(), 0) : assign(channel, pool));
    }

    /** @param over a worker that the transport found to be over, or not to be there */
    CompletionStage<Routing> replace(String channel, String pool, String over) {
        return workers.fresh()
                .thenCompose(list -> list.isOldStyle(over)
                        ? find(channel, pool) // it is there after all
                        : replace(channel, pool, over, list, 0));
    }

    private CompletionStage<Routing> check(String channel, String pool, String workerId, int replacements) {
        if (workers.last().isKnown(workerId)) {
            return found(workerId);
        }
        return workers.fresh()
                .thenCompose(list -> list.isKnown(workerId)
                        ? found(workerId)
                        : replace(channel, pool, workerId, list, replacements));
    }

    private CompletionStage<Routing> replace(
            String channel, String pool, String over, WorkerList list, int replacements) {
        if (replacements == MAX_REPLACEMENTS) {
            return unroutable(pool);
        }
        Set<String> others = new HashSet<>(list.pool(pool));
        others.remove(over);
        Optional<String> chosen = RendezvousHash.choose(channel, others);
        if (chosen.isEmpty()) {
            return unroutable(pool);
        }
        return store.replace(channel, over, chosen.get())
                .thenCompose(
                        now -> now.equals(chosen.get()) ? found(now) : check(channel, pool, now, replacements + 1));
    }

    private CompletionStage<Routing> assign(String channel, String pool) {
        Set<String> candidates = workers.last().pool(pool);
        return candidates.isEmpty()
                ? workers.fresh().thenCompose(list -> assign(channel, pool, list.pool(pool)))
                : assign(channel, pool, candidates);
    }

    private CompletionStage<Routing> assign(String channel, String pool, Set<String> candidates) {
        Optional<String> chosen = RendezvousHash.choose(channel, candidates);
        if (chosen.isEmpty()) {
            return unroutable(pool);
        }
        return store.setIfAbsent(channel, chosen.get())
                .thenCompose(now -> now.equals(chosen.get()) ? found(now) : check(channel, pool, now, 0));
    }

    private static CompletionStage<Routing> found(String workerId) {
        return CompletableFuture.completedFuture(new Routing.Found(workerId));
    }

    private CompletionStage<Routing> unroutable(String pool) {
        long now = System.nanoTime();
        long due = nextLogNanos.get();
        if (now - due >= 0 && nextLogNanos.compareAndSet(due, now + LOG_INTERVAL_NANOS)) {
            log.warn("Events are refused, a pool has no workers: pool={}", pool);
        }
        return CompletableFuture.completedFuture(new Routing.Unroutable(Refusal.NO_WORKER));
    }
}
