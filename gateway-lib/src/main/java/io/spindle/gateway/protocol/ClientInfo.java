package io.spindle.gateway.protocol;

import io.spindle.gateway.api.Payload;
import java.util.Optional;

/**
 * What clients are told about another one: in publications, joins, leaves and presence.
 *
 * @param user empty for anonymous clients; always written
 * @param client the connection; always written
 * @param connInfo told wherever the client appears
 * @param chanInfo told in the channel that the client is subscribed to
 */
public record ClientInfo(String user, String client, Optional<Payload> connInfo, Optional<Payload> chanInfo) {
    /** Whether a JSON client can be told. */
    public boolean isJson() {
        return (connInfo.isEmpty() || connInfo.get().isJson())
                && (chanInfo.isEmpty() || chanInfo.get().isJson());
    }
}
