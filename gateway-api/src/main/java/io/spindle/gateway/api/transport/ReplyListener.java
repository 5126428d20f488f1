package io.spindle.gateway.api.transport;

import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.rpc.RpcAnswer;

/** Told what workers answer to remote calls. */
@FunctionalInterface
public interface ReplyListener {
    /**
     * An answer has come. May be called from any thread, also before the append of the call is answered; never blocks and
     * never throws.
     *
     * @param eventId of the {@link ClientEvent.Rpc} that is answered
     * @return whether somebody waited for it; no, if the caller has been told otherwise meanwhile
     */
    boolean onReply(String eventId, RpcAnswer answer);
}
