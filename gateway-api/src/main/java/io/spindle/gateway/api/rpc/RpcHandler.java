package io.spindle.gateway.api.rpc;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.client.ConnectedClient;
import java.util.concurrent.CompletionStage;

/**
 * Answers remote calls of clients.
 *
 * <p><b>Threading.</b> Called on an executor for callbacks, with no lock held, once per call; a client's calls may run in
 * parallel. Slow work belongs in the returned stage, on an executor of yours.
 *
 * <p><b>Errors.</b> If this throws, or the stage fails or is still open at the command's deadline (4 s after its frame was
 * read), the call is answered with error 100 (temporary); the cause is logged once.
 */
@FunctionalInterface
public interface RpcHandler {
    /**
     * Answers one call.
     *
     * @param client who calls; verified when it connected
     * @param method as the client named it
     * @param data the call's data; empty data is possible
     * @return the answer, never null
     */
    CompletionStage<RpcAnswer> call(ConnectedClient client, String method, Payload data);
}
