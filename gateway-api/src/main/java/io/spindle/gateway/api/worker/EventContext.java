package io.spindle.gateway.api.worker;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.rpc.RpcAnswer;

/**
 * What a handler is told about the delivery of an event, beside the event itself, and its way to answer a remote call.
 *
 * <p><b>Answering.</b> A {@link ClientEvent.Rpc} is answered once, before the handler returns; one that returns without
 * having done so has answered with no data. A handler that throws is called again, and its caller waits for the next
 * attempt's answer, until it is told error 100 (temporary) 4 s after its call was read. An answer that nobody waits for is
 * refused and counted, never an exception: too late, given before, of an attempt that passed its time, or to an event that
 * is no call.
 *
 * <p><b>Threading.</b> Any thread may answer while the handler's call lasts; it never blocks.
 */
public interface EventContext {
    /** The worker that owns the channel. */
    String workerId();

    /** 1 for the first delivery; an event is repeated when it is above. */
    int attempt();

    /**
     * Answers the remote call.
     *
     * @return whether the answer was taken on its way to the caller
     */
    boolean answer(RpcAnswer answer);

    /** Answers the remote call with data. Returns as {@link #answer}. */
    default boolean reply(Payload data) {
        return answer(RpcAnswer.done(data));
    }

    /** Answers the remote call with an error; applications use the codes 400 to 1999. Returns as {@link #answer}. */
    default boolean fail(ErrorCode error) {
        return answer(new RpcAnswer.Failed(error));
    }

    default boolean isRepeated() {
        return attempt() > 1;
    }
}
