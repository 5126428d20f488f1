package io.spindle.gateway.transport;

import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.transport.Appending;
import java.util.concurrent.CompletableFuture;

/** An event on its way to a worker, and the outcome that its sender waits for. */
final class Dispatch extends CompletableFuture<Appending> {
    /** What an event occupies beside its data, roughly. */
    private static final int OVERHEAD_BYTES = 512;

    private static final ClientEvent.Cases<Integer> DATA_BYTES = new ClientEvent.Cases<>() {
        @Override
        public Integer message(ClientEvent.Message event) {
            return event.data().size();
        }

        @Override
        public Integer join(ClientEvent.Join event) {
            return 0;
        }

        @Override
        public Integer leave(ClientEvent.Leave event) {
            return 0;
        }

        @Override
        public Integer rpc(ClientEvent.Rpc event) {
            return event.data().size() + event.method().length();
        }
    };

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
        return event instanceof ClientEvent.Join || event instanceof ClientEvent.Leave;
    }

    long size() {
        return OVERHEAD_BYTES + event.match(DATA_BYTES);
    }
}
