package io.spindle.gateway.transport;

import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.transport.Appending;
import java.util.concurrent.CompletableFuture;

/** An event on its way to a worker, and the outcome that its sender waits for. */
final class Dispatch extends CompletableFuture<Appending> {
    /** What an event occupies beside its data, roughly. */
    private static final int OVERHEAD_BYTES = 512;

    private final ClientEvent event;
    private final String pool;
    private final long deadlineNanos;

    Dispatch(ClientEvent event, String pool, long deadlineNanos) {
        this.event = event;
        this.pool = pool;
        this.deadlineNanos = deadlineNanos;
    }

    ClientEvent event() {
        return event;
    }

    String pool() {
        return pool;
    }

    long deadlineNanos() {
        return deadlineNanos;
    }

    boolean isExpired(long nowNanos) {
        return nowNanos - deadlineNanos >= 0;
    }

    boolean isPresence() {
        return !(event instanceof ClientEvent.Message);
    }

    long size() {
        return OVERHEAD_BYTES
                + (event instanceof ClientEvent.Message message ? message.data().size() : 0);
    }
}
