package io.spindle.gateway.api.auth;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.client.ClientTransport;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a connecting client brings.
 *
 * @param clientId the id that the connection will have
 * @param token the connection token; empty if there is none
 * @param data custom data of the connect command
 * @param name the SDK's name, as it says
 * @param version the SDK's version, as it says
 * @param channels channels that the client names as subscriptions of the server's: those it had before, or wishes to have.
 *     Its own word; only {@link Authentication.Accepted#subscriptions} counts
 * @param transport how it connects, with all headers
 */
public record ConnectAttempt(
        String clientId,
        String token,
        Optional<Payload> data,
        String name,
        String version,
        Set<String> channels,
        ClientTransport transport) {
    public ConnectAttempt {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        channels = Set.copyOf(channels);
        Objects.requireNonNull(transport, "transport");
    }

    /** Without token and headers: they do not belong into logs. */
    @Override
    public String toString() {
        return "ConnectAttempt[clientId=" + clientId + ", name=" + name + ", version=" + version + "]";
    }
}
