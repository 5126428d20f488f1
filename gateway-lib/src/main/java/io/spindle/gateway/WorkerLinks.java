package io.spindle.gateway;

import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.transport.Appending;
import io.spindle.gateway.api.transport.ReplyListener;
import io.spindle.gateway.metrics.GatewayMetrics;
import io.spindle.gateway.redis.RedisConnection;
import io.spindle.gateway.routing.StickyRouter;
import io.spindle.gateway.routing.memory.MemoryRouter;
import io.spindle.gateway.routing.redis.RedisRouteStore;
import io.spindle.gateway.routing.redis.WorkerDirectory;
import io.spindle.gateway.transport.memory.MemoryTransport;
import io.spindle.gateway.transport.redis.RedisStreamTransport;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/** Makes the link to workers that was chosen. */
final class WorkerLinks {
    private WorkerLinks() {}

    static WorkerLink of(WayToWorkers way, GatewayMetrics metrics, ScheduledExecutorService scheduler) {
        if (way instanceof WayToWorkers.InProcess inProcess) {
            return new RoutedLink(
                    () -> {
                        MemoryTransport transport =
                                new MemoryTransport(inProcess.handlers(), inProcess.settings(), metrics.workers());
                        return new RoutedLink.Parts(new MemoryRouter(transport.workerIds()), transport, () -> {});
                    },
                    metrics.channels(),
                    scheduler);
        }
        if (way instanceof WayToWorkers.OverRedis overRedis) {
            return new RoutedLink(() -> redis(overRedis, metrics), metrics.channels(), scheduler);
        }
        if (way instanceof WayToWorkers.Custom custom) {
            return new RoutedLink(
                    () -> new RoutedLink.Parts(custom.router(), custom.transport(), () -> {}),
                    metrics.channels(),
                    scheduler);
        }
        return new NoWorkers();
    }

    private static RoutedLink.Parts redis(WayToWorkers.OverRedis way, GatewayMetrics metrics) {
        RedisConnection redis = RedisConnection.open(way.redis(), metrics.redis());
        WorkerDirectory directory = WorkerDirectory.open(redis);
        StickyRouter router = new StickyRouter(
                new RedisRouteStore(redis, way.routing().routeIdleTime()),
                directory,
                way.routing(),
                metrics.routes(),
                redis.background());
        RedisStreamTransport transport = new RedisStreamTransport(redis, directory, way.transport());
        return new RoutedLink.Parts(router, transport, () -> {
            directory.close();
            redis.close();
        });
    }

    /** Without workers no one has to take anything: whatever the policy says, an event is as good as delivered. */
    private static final class NoWorkers implements WorkerLink {
        private static final CompletionStage<Appending> NOTHING_TO_DO =
                CompletableFuture.completedFuture(Appending.Appended.INSTANCE);

        @Override
        public void open(Supplier<CompletionStage<Void>> downstream, ReplyListener replies) {
            // There is nothing to open.
        }

        @Override
        public CompletionStage<Appending> dispatch(ClientEvent event, String pool, long deadlineNanos) {
            return NOTHING_TO_DO;
        }

        @Override
        public boolean hasWorkers() {
            return false;
        }

        @Override
        public void announce(ClientEvent event, String pool) {
            // Nobody is told.
        }

        @Override
        public boolean healthy() {
            return true;
        }

        @Override
        public void close() {
            // There is nothing to close.
        }
    }
}
