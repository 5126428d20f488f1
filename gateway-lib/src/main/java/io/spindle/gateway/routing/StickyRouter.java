package io.spindle.gateway.routing;

import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.routing.Router;
import io.spindle.gateway.api.routing.Routing;
import io.spindle.gateway.metrics.RouteMetrics;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * A channel stays with its worker. Routes are kept in a store that all gateways share, and cached; those in use are
 * asked for again in the background before their time is over, so that no message waits for the store.
 *
 * <p><b>Threading.</b> Any thread may ask. Stages that are not complete at once complete on the given executor.
 */
public final class StickyRouter implements Router {
    /** Routes asked for together when they are renewed. */
    private static final int RENEWED_TOGETHER = 256;

    private final RouteCache cache;
    private final RouteLookup lookup;
    private final RouteStore store;
    private final RouteMetrics metrics;
    private final Executor background;
    private final ConcurrentHashMap<Question, CompletableFuture<Routing>> underWay = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** @param background where answers are told; a thread that may be held up for a moment */
    public StickyRouter(
            RouteStore store,
            WorkerRegistry workers,
            StickySettings settings,
            RouteMetrics metrics,
            Executor background) {
        this.cache = new RouteCache(settings);
        this.lookup = new RouteLookup(store, workers);
        this.store = store;
        this.metrics = metrics;
        this.background = background;
        workers.onRead(this::sweep);
    }

    @Override
    public CompletionStage<Routing> route(String channel, String pool) {
        CachedRoute known = cache.get(channel, System.nanoTime());
        if (known != null) {
            metrics.cacheHit();
            return known.answer();
        }
        metrics.cacheMiss();
        return shared(new Question(channel, pool, ""), () -> lookup.find(channel, pool));
    }

    @Override
    public CompletionStage<Routing> reroute(String channel, String pool, String over) {
        cache.forget(channel, over);
        return shared(new Question(channel, pool, over), () -> lookup.replace(channel, pool, over));
    }

    /** All who ask the same while the answer is on its way share it. */
    private CompletionStage<Routing> shared(Question question, Supplier<CompletionStage<Routing>> ask) {
        if (closed) {
            return CompletableFuture.completedFuture(new Routing.Unroutable(Refusal.REDIS_ERROR));
        }
        CompletableFuture<Routing> mine = new CompletableFuture<>();
        CompletableFuture<Routing> earlier = underWay.putIfAbsent(question, mine);
        if (earlier != null) {
            return earlier;
        }
        ask.get().whenCompleteAsync((routing, failure) -> answer(question, mine, routing, failure), background);
        return mine;
    }

    private void answer(Question question, CompletableFuture<Routing> stage, Routing routing, Throwable failure) {
        if (routing instanceof Routing.Found found) {
            cache.put(question.channel(), found.workerId(), System.nanoTime());
        }
        underWay.remove(question, stage);
        if (failure == null) {
            stage.complete(routing);
        } else {
            stage.complete(new Routing.Unroutable(Refusal.REDIS_ERROR));
        }
    }

    private void sweep(WorkerList workers) {
        if (closed) {
            return;
        }
        List<String> due = cache.sweep(workers, System.nanoTime());
        for (int from = 0; from < due.size(); from += RENEWED_TOGETHER) {
            List<String> channels = due.subList(from, Math.min(from + RENEWED_TOGETHER, due.size()));
            // What can't be renewed now runs out, and is asked for when it is wanted.
            store.readAll(channels)
                    .thenAcceptAsync(
                            routes -> {
                                long now = System.nanoTime();
                                channels.forEach(channel -> cache.renew(channel, routes.get(channel), now));
                            },
                            background);
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    /** What is being found out; {@code over} is empty unless a worker is to be replaced. */
    private record Question(String channel, String pool, String over) {}
}
