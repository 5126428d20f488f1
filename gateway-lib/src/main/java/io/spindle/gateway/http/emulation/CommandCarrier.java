package io.spindle.gateway.http.emulation;

import io.spindle.gateway.api.Payload;
import java.util.concurrent.CompletionStage;

/** Takes commands to the gateway that holds their client's connection. Called on server threads; must not block. */
@FunctionalInterface
public interface CommandCarrier {
    /**
     * Takes commands on their way.
     *
     * @param node the gateway's id, as its client was told
     * @param session the connection's secret id
     * @param commands encoded as the connection is
     * @return whether there is such a gateway; failed if they may not get there
     */
    CompletionStage<Boolean> carry(String node, String session, Payload commands);
}
