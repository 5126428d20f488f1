package io.spindle.gateway;

import io.spindle.gateway.api.transport.ReplyListener;
import io.spindle.gateway.session.WorkerEvents;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** A gateway's link to its workers: made with the gateway, opened at its start, closed at its end. */
interface WorkerLink extends WorkerEvents, AutoCloseable {
    /**
     * Connects to whatever is behind it; may block, within its time-outs.
     *
     * @param downstream as a transport asks it
     * @param replies as a transport tells them
     * @throws RuntimeException saying in one line what could not be reached
     */
    void open(Supplier<CompletionStage<Void>> downstream, ReplyListener replies);

    /** Whether events can be taken now; never blocks. */
    boolean healthy();

    @Override
    void close();
}
