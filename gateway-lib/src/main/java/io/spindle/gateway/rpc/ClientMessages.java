package io.spindle.gateway.rpc;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.api.rpc.MessageHandler;
import io.spindle.gateway.guard.CallGuard;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** The host's handler of messages that are not answered. Thread-safe; for threads and failures see {@link CallGuard}. */
public final class ClientMessages {
    private final MessageHandler handler;
    private final CallGuard<Boolean> guard;

    public ClientMessages(MessageHandler handler, Executor executor, ScheduledExecutorService scheduler) {
        this.handler = handler;
        this.guard =
                new CallGuard<>(handler, "message handler " + handler.getClass().getName(), executor, scheduler, false);
    }

    /**
     * Hands a message over.
     *
     * @param timeoutNanos how long its client may wait for that
     * @return whether it was handled; never fails, and is complete in time
     */
    public CompletionStage<Boolean> received(ConnectedClient client, Payload data, long timeoutNanos) {
        return guard.ask(() -> handler.onMessage(client, data).thenApply(done -> true), timeoutNanos);
    }
}
