package io.spindle.gateway.protocol;

import io.spindle.gateway.api.Payload;
import java.util.Optional;

/**
 * A publication as subscribers get it.
 *
 * @param data passes byte for byte (JSON: without raw newlines, which separate messages)
 * @param info the publisher, if a client published it
 */
public record Publication(Payload data, Optional<ClientInfo> info) {
    /** Whether a JSON client can be sent this. */
    public boolean isJson() {
        return data.isJson() && (info.isEmpty() || info.get().isJson());
    }
}
