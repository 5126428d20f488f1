package io.spindle.gateway.api.transport;

import io.spindle.gateway.api.Refusal;

/** What became of an event that a {@link Transport} was given. */
public sealed interface Appending {
    /** Durably in the worker's stream. */
    record Appended() implements Appending {
        public static final Appended INSTANCE = new Appended();
    }

    /** Not in the stream, or not known to be ({@link Refusal#UNKNOWN_OUTCOME}). */
    record Refused(Refusal refusal) implements Appending {}

    /** Certainly not in the stream: the worker is over for good, its channels need another. */
    record WorkerOver() implements Appending {
        public static final WorkerOver INSTANCE = new WorkerOver();
    }
}
