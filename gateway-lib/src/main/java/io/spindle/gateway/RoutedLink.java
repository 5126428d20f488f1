package io.spindle.gateway;

import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.routing.Router;
import io.spindle.gateway.api.transport.Appending;
import io.spindle.gateway.api.transport.ReplyListener;
import io.spindle.gateway.api.transport.Transport;
import io.spindle.gateway.metrics.ChannelMetrics;
import io.spindle.gateway.transport.EventDispatcher;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Events through a router and a transport, which are made when the gateway starts. Thread-safe. */
final class RoutedLink implements WorkerLink {
    /** Data of events that wait for a route; at the bound they are refused as {@code backlog_full}. */
    private static final long MAX_WAITING_BYTES = 32L << 20;

    private final Supplier<Parts> opener;
    private final ChannelMetrics metrics;
    private final ScheduledExecutorService scheduler;
    private volatile @Nullable Opened opened;

    /**
     * What is opened at the start.
     *
     * @param foundation what both stand on, closed after them
     */
    record Parts(Router router, Transport transport, Runnable foundation) {}

    private record Opened(Parts parts, EventDispatcher dispatcher) {}

    RoutedLink(Supplier<Parts> opener, ChannelMetrics metrics, ScheduledExecutorService scheduler) {
        this.opener = opener;
        this.metrics = metrics;
        this.scheduler = scheduler;
    }

    @Override
    public void open(Supplier<CompletionStage<Void>> downstream, ReplyListener replies) {
        Parts parts = opener.get();
        parts.transport().start(downstream, replies);
        opened = new Opened(
                parts, new EventDispatcher(parts.router(), parts.transport(), metrics, scheduler, MAX_WAITING_BYTES));
    }

    @Override
    public CompletionStage<Appending> dispatch(ClientEvent event, String pool, long deadlineNanos) {
        Opened link = opened;
        return link == null
                ? CompletableFuture.completedFuture(new Appending.Refused(Refusal.NO_WORKER))
                : link.dispatcher().dispatch(event, pool, deadlineNanos);
    }

    @Override
    public boolean hasWorkers() {
        return true;
    }

    @Override
    public void announce(ClientEvent event, String pool) {
        Opened link = opened;
        if (link == null) {
            metrics.presenceEventLost(Refusal.NO_WORKER.reason());
        } else {
            link.dispatcher().dispatchPresence(event, pool);
        }
    }

    @Override
    public boolean healthy() {
        Opened link = opened;
        return link != null && link.parts().transport().healthy();
    }

    @Override
    public void close() {
        Opened link = opened;
        opened = null;
        if (link != null) {
            link.parts().router().close();
            link.parts().transport().close();
            link.parts().foundation().run();
        }
    }
}
