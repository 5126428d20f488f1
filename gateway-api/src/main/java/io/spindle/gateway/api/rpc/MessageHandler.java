package io.spindle.gateway.api.rpc;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.client.ConnectedClient;
import java.util.concurrent.CompletionStage;

/**
 * Takes messages that clients send outside of channels ({@code send}); they are never answered.
 *
 * <p><b>Threading.</b> Called on an executor for callbacks, with no lock held. One client's messages come one after
 * another, each when the stage of the one before is complete; until then its later commands wait too, so slow work that
 * nothing depends on is better handed over. Different clients' messages come in parallel.
 *
 * <p><b>Errors.</b> If this throws, or the stage fails or is still open 4 s after the message was read, the cause is logged
 * once, and the client goes on: nobody waits for an answer.
 */
@FunctionalInterface
public interface MessageHandler {
    /**
     * Takes one message.
     *
     * @param client who sends; verified when it connected
     * @param data empty data is possible
     * @return complete when the client's next command may be looked at
     */
    CompletionStage<Void> onMessage(ConnectedClient client, Payload data);
}
