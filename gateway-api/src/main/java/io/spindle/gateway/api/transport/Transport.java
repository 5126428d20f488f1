package io.spindle.gateway.api.transport;

import io.spindle.gateway.api.event.ClientEvent;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Takes events to workers, says when they are durable, and brings back what workers answer.
 *
 * <p><b>Order.</b> Events of one channel handed over one after another for the same worker are in its stream in that
 * order, and their stages complete in that order, one after another.
 *
 * <p><b>Threading.</b> {@link #append} is called from many threads at once and must not block. Stages are completed on
 * a thread of the transport's own, never on one of a client library; what hangs on them must not block either.
 *
 * <p><b>Bounds.</b> What waits is bounded in events and bytes; at the bound an event is refused. A transport may hold a
 * join or leave back until its deadline instead; what follows in its channel then waits behind it.
 *
 * <p><b>Remote calls.</b> A {@link ClientEvent.Rpc} is an event like others, and its worker's answer is told to the {@link
 * ReplyListener}. A transport that can't bring answers back, or whose workers don't know calls, refuses it as {@link
 * io.spindle.gateway.api.Refusal#NOT_SUPPORTED}.
 */
public interface Transport extends AutoCloseable {
    /**
     * Begins to work; called once, before the first append.
     *
     * @param downstream asked before each batch is sent: a stage that is complete while those who get the results have
     *     room for more. The batch waits for it
     * @param replies told what workers answer to remote calls
     */
    void start(Supplier<CompletionStage<Void>> downstream, ReplyListener replies);

    /**
     * Appends an event to a worker's stream.
     *
     * @param deadlineNanos when the publisher is answered at the latest, on the clock of {@link System#nanoTime()}
     * @return what became of it; never fails, never stays open past the deadline
     */
    CompletionStage<Appending> append(String workerId, ClientEvent event, long deadlineNanos);

    /** Whether the store behind it can be reached; what readiness tells. Never blocks. */
    boolean healthy();

    /** Finishes what is under way, bounded in time, and refuses what comes later. */
    @Override
    void close();
}
