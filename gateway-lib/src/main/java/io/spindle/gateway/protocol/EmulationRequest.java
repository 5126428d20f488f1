package io.spindle.gateway.protocol;

import io.spindle.gateway.api.Payload;

/**
 * Commands that a client sends beside its connection, because that only carries what the server says.
 *
 * @param node the gateway that holds the connection, as the client was told when it connected
 * @param session the connection's secret id
 * @param commands a frame as it would have come on the connection, in its encoding; empty for none
 * @see <a href="https://centrifugal.dev/docs/transports/http_stream">HTTP streaming and its emulation endpoint</a>
 */
public record EmulationRequest(String node, String session, Payload commands) {
    /** Without the session: who knows it speaks for the client. */
    @Override
    public String toString() {
        return "EmulationRequest[node=" + node + ", commands=" + commands + "]";
    }
}
