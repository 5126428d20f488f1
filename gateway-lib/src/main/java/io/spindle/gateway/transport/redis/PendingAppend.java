package io.spindle.gateway.transport.redis;

import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.transport.Appending;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way into a stream, and the answer that its publisher waits for: one object for both, as there is one
 * for every message. Completed on the transport's thread alone.
 */
final class PendingAppend extends CompletableFuture<Appending> {
    private final ClientEvent event;
    private final byte[] payload;
    private final long deadlineNanos;
    private @Nullable CompletableFuture<Appending> later;

    PendingAppend(ClientEvent event, byte[] payload, long deadlineNanos) {
        this.event = event;
        this.payload = payload;
        this.deadlineNanos = deadlineNanos;
    }

    String channel() {
        return event.channel();
    }

    byte[] payload() {
        return payload;
    }

    int size() {
        return payload.length;
    }

    long deadlineNanos() {
        return deadlineNanos;
    }

    boolean isExpired(long nowNanos) {
        return nowNanos - deadlineNanos >= 0;
    }

    /** Joins and leaves: nobody waits for their answer, so they can wait for room. */
    boolean isPresence() {
        return event instanceof ClientEvent.Join || event instanceof ClientEvent.Leave;
    }

    /** Tells that no answer came in time; {@link #settle} then tells the rest. */
    void answerUnknown() {
        CompletableFuture<Appending> rest = new CompletableFuture<>();
        later = rest;
        complete(new Appending.Unknown(rest));
    }

    void refuse(Refusal refusal) {
        settle(new Appending.Refused(refusal));
    }

    /** The final outcome: the answer, or what follows one that was unknown. */
    void settle(Appending outcome) {
        if (later != null) {
            later.complete(outcome);
        } else {
            complete(outcome);
        }
    }
}
