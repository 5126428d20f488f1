package io.spindle.gateway.api.client;

import io.spindle.gateway.api.Payload;
import java.util.Optional;

/**
 * A connected client, as verified when it connected; nothing here is the client's own word unless it says so.
 *
 * @param userId the user, from the token's {@code sub}; empty for anonymous clients
 * @param clientId the connection: fresh for each, known to other clients in presence and join/leave
 * @param userName a name to show; {@code Anonymous} if nobody gave one
 * @param userNameVerified false if the name is the client's own word (its connect data)
 * @param connectionInfo {@code conn_info} of the protocol: what other clients are told about this one
 */
public record ConnectedClient(
        String userId, String clientId, String userName, boolean userNameVerified, Optional<Payload> connectionInfo) {

    /** The name of clients that have none. */
    public static final String ANONYMOUS_NAME = "Anonymous";

    public boolean isAnonymous() {
        return userId.isEmpty();
    }
}
