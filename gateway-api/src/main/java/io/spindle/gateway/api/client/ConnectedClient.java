package io.spindle.gateway.api.client;

import io.spindle.gateway.api.Payload;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A connected client, as verified when it connected; nothing here is the client's own word unless it says so.
 *
 * @param userId the user, from the token's {@code sub}; empty for anonymous clients
 * @param clientId the connection: fresh for each, known to other clients in presence and join/leave
 * @param userName a name to show; {@code Anonymous} if nobody gave one
 * @param userNameVerified false if the name is the client's own word (its connect data)
 * @param connectionInfo {@code conn_info} of the protocol: what other clients are told about this one
 * @param meta what the authenticator noted about the connection; never told to clients
 * @param transport how it is connected
 */
public record ConnectedClient(
        String userId,
        String clientId,
        String userName,
        boolean userNameVerified,
        Optional<Payload> connectionInfo,
        Optional<Payload> meta,
        ClientTransport transport) {

    /** The name of clients that have none. */
    public static final String ANONYMOUS_NAME = "Anonymous";

    private static final ClientTransport JSON_WEBSOCKET = new ClientTransport("websocket", "json", Map.of(), Map.of());

    public ConnectedClient {
        Objects.requireNonNull(userId, "userId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(userName, "userName");
        Objects.requireNonNull(connectionInfo, "connectionInfo");
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(transport, "transport");
    }

    /** A client that speaks JSON over WebSocket, without anything that its authenticator noted; for tests of policies. */
    public ConnectedClient(
            String userId,
            String clientId,
            String userName,
            boolean userNameVerified,
            Optional<Payload> connectionInfo) {
        this(userId, clientId, userName, userNameVerified, connectionInfo, Optional.empty(), JSON_WEBSOCKET);
    }

    public boolean isAnonymous() {
        return userId.isEmpty();
    }
}
