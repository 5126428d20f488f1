package io.spindle.gateway;

import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.routing.Router;
import io.spindle.gateway.api.routing.Routing;
import io.spindle.gateway.api.transport.Appending;
import io.spindle.gateway.api.transport.Transport;
import io.spindle.gateway.metrics.ChannelMetrics;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Events through a router and a transport, which are made when the gateway starts. Thread-safe. */
final class RoutedLink implements WorkerLink {
    private final Supplier<Parts> opener;
    private volatile @Nullable Parts parts;

    /**
     * @param afterwards closes what both stand on
     */
    record Parts(Router router, Transport transport, Runnable afterwards) {}

    RoutedLink(Supplier<Parts> opener, ChannelMetrics metrics) {
        this.opener = opener;
    }

    @Override
    public void open(Supplier<CompletionStage<Void>> downstream) {
        Parts opened = opener.get();
        opened.transport().start(downstream);
        parts = opened;
    }

    @Override
    public CompletionStage<Appending> dispatch(ClientEvent.Message event, String pool, long deadlineNanos) {
        return send(event, pool, deadlineNanos);
    }

    @Override
    public void announce(ClientEvent event, String pool) {
        send(event, pool, System.nanoTime() + 60_000_000_000L);
    }

    private CompletionStage<Appending> send(ClientEvent event, String pool, long deadlineNanos) {
        Parts p = parts;
        if (p == null) {
            return CompletableFuture.completedFuture(new Appending.Refused(Refusal.REDIS_ERROR));
        }
        return p.router()
                .route(event.channel(), pool)
                .thenCompose(r -> r instanceof Routing.Found f
                        ? p.transport().append(f.workerId(), event, deadlineNanos)
                        : CompletableFuture.completedFuture(new Appending.Refused(((Routing.Unroutable) r).refusal())));
    }

    @Override
    public boolean healthy() {
        Parts p = parts;
        return p != null && p.transport().healthy();
    }

    @Override
    public void close() {
        Parts p = parts;
        if (p != null) {
            p.router().close();
            p.transport().close();
            p.afterwards().run();
        }
    }
}
