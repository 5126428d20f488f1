package io.spindle.gateway.api.auth;

import io.spindle.gateway.api.Payload;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a connecting client brings.
 *
 * @param clientId the id that the connection will have
 * @param token the connection token; empty if there is none
 * @param data custom data of the connect command
 * @param name the SDK's name, as it says
 * @param version the SDK's version, as it says
 * @param headers headers of the transport's HTTP request, by lower-case name
 * @param emulatedHeaders headers that the client put into its connect command, since browsers can't set real ones; the
 *     client's own word
 */
public record ConnectAttempt(
        String clientId,
        String token,
        Optional<Payload> data,
        String name,
        String version,
        Map<String, List<String>> headers,
        Map<String, String> emulatedHeaders) {
    public ConnectAttempt {
        headers = Map.copyOf(headers);
        emulatedHeaders = Map.copyOf(emulatedHeaders);
    }

    /** Without headers: tokens are not for logs, and neither is what may carry them. */
    @Override
    public String toString() {
        return "ConnectAttempt[clientId=" + clientId + ", name=" + name + ", version=" + version + "]";
    }
}
