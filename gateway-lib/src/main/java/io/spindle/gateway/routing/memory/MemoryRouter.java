package io.spindle.gateway.routing.memory;

import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.routing.Router;
import io.spindle.gateway.api.routing.Routing;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;

/**
 * Routes to the workers of this process: one for each pool. A channel keeps its worker while it is in use, also when
 * the policy names another pool meanwhile: else two workers would have events of it at once.
 *
 * <p>Thread-safe; always answers at once.
 */
public final class MemoryRouter implements Router {
    /** How long a route is kept at least after its last use. */
    public static final Duration ROUTE_IDLE_TIME = Duration.ofMinutes(10);

    private static final Routing NO_WORKER = new Routing.Unroutable(Refusal.NO_WORKER);

    private final Map<String, String> workers;
    private final RecentRoutes recent;
    private volatile boolean closed;

    /**
     * A router with a fixed list of workers.
     *
     * @param workers the worker's id by its pool's name
     */
    public MemoryRouter(Map<String, String> workers) {
        this(workers, ROUTE_IDLE_TIME, System::nanoTime);
    }

    MemoryRouter(Map<String, String> workers, Duration routeIdleTime, LongSupplier nanoTime) {
        this.workers = Map.copyOf(workers);
        this.recent = new RecentRoutes(routeIdleTime, nanoTime);
    }

    @Override
    public CompletionStage<Routing> route(String channel, String pool) {
        return CompletableFuture.completedStage(find(channel, pool));
    }

    /** A worker of this process ends with its gateway: there is no other to name. */
    @Override
    public CompletionStage<Routing> reroute(String channel, String pool, String over) {
        Routing known = find(channel, pool);
        return CompletableFuture.completedStage(known.equals(new Routing.Found(over)) ? NO_WORKER : known);
    }

    @Override
    public void close() {
        closed = true;
    }

    private Routing find(String channel, String pool) {
        if (closed) {
            return NO_WORKER;
        }
        Optional<Routing> known = recent.find(channel);
        if (known.isPresent()) {
            return known.get();
        }
        String workerId = workers.get(pool);
        return workerId == null ? NO_WORKER : recent.keep(channel, new Routing.Found(workerId));
    }
}
