package io.spindle.gateway.session;

import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.transport.Appending;
import java.util.concurrent.CompletionStage;

/** The way of events to their workers, as sessions see it. Never blocks; keeps the order of a channel's events. */
public interface WorkerEvents {
    /**
     * Takes a publication or a remote call to the worker that owns its channel.
     *
     * <p>After {@link Appending.Unknown} the publisher is told so, and the publication is broadcast if it turns out to be
     * in the stream.
     *
     * @param deadlineNanos when the answer is there at the latest, on the clock of {@link System#nanoTime()}
     */
    CompletionStage<Appending> dispatch(ClientEvent event, String pool, long deadlineNanos);

    /** Whether there can be workers at all: without them no channel has anybody to call. */
    boolean hasWorkers();

    /** Tells the worker of a join or leave. Nobody waits for it; what is given up is counted and logged there. */
    void announce(ClientEvent event, String pool);
}
