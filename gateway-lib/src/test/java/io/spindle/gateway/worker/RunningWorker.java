package io.spindle.gateway.worker;

import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.transport.Appending;
import io.spindle.gateway.api.transport.ReplyListener;
import io.spindle.gateway.api.worker.ChannelHandler;
import io.spindle.gateway.metrics.GatewayMetrics;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;

/** A worker with what it needs around it, for one test. */
final class RunningWorker implements AutoCloseable {
    static final String ID = "default-00";

    final MetricRegistry registry = new MetricRegistry();
    final Worker worker;
    private final ScheduledThreadPoolExecutor scheduler =
            new ScheduledThreadPoolExecutor(1, new ThreadPoolExecutor.DiscardPolicy());

    RunningWorker(ChannelHandler handler, WorkerSettings settings) {
        this(handler, settings, (eventId, answer) -> false);
    }

    RunningWorker(ChannelHandler handler, WorkerSettings settings, ReplyListener replies) {
        worker = new Worker(ID, handler, settings, scheduler, replies, new GatewayMetrics(registry).workers());
    }

    /** Retries that a test need not wait for. */
    static RetrySettings quickly(int maxAttempts) {
        return new RetrySettings(maxAttempts, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofSeconds(30));
    }

    Appending append(ClientEvent event) {
        return worker.append(event);
    }

    long counted(String status) {
        return registry.counter("gateway_worker_events_total{status=\"" + status + "\"}")
                .getCount();
    }

    long level(String name) {
        return registry.counter(name).getCount();
    }

    void close(Duration bound) {
        worker.close(System.nanoTime() + bound.toNanos());
    }

    @Override
    public void close() {
        close(Duration.ofMillis(1));
        scheduler.shutdownNow();
    }
}
