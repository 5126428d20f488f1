package io.spindle.gateway.routing;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Who the workers are. Any thread may ask; nothing blocks. */
public interface WorkerRegistry {
    /** The last reading; at most about half a second old while the registry can be reached. */
    WorkerList last();

    /**
     * A reading that begins after this call, shared by all who ask meanwhile. Fails when the registry can't be reached.
     * Completes on a thread of the registry's own.
     */
    CompletionStage<WorkerList> fresh();

    /** Calls back after each reading, on a thread of the registry's own; what is called must not block. */
    void onRead(Consumer<WorkerList> listener);
}
