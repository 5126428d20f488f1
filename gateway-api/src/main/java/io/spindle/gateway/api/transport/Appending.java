package io.spindle.gateway.api.transport;

import io.spindle.gateway.api.Refusal;
import java.util.concurrent.CompletionStage;

/** What became of an event that a {@link Transport} was given. */
public sealed interface Appending {
    /** Durably in the worker's stream. */
    record Appended() implements Appending {
        public static final Appended INSTANCE = new Appended();
    }

    /** Not in the stream, and told so; {@link Refusal#UNKNOWN_OUTCOME} never stands here, see {@link Unknown}. */
    record Refused(Refusal refusal) implements Appending {}

    /**
     * No answer by the deadline: the publisher is told {@link Refusal#UNKNOWN_OUTCOME}, but the event may be in the
     * stream, and is broadcast when that turns out.
     *
     * @param later what became of it after all, told in its place among the channel's other events; {@link Appended}, or
     *     else {@link Refused}
     */
    record Unknown(CompletionStage<Appending> later) implements Appending {}

    /** Certainly not in the stream: the worker is over for good, its channels need another. */
    record WorkerOver() implements Appending {
        public static final WorkerOver INSTANCE = new WorkerOver();
    }
}
