package io.spindle.gateway.policy.namespace;

import java.util.concurrent.CompletionStage;

/** Ends a user's other connections before a new one is accepted. Thread-safe, must not block. */
@FunctionalInterface
public interface SingleConnection {
    /**
     * Ends the other connections with 3504 if there are any, on any gateway.
     *
     * @param userId not empty
     * @param clientId the new connection, which stays: it may be known before the others have ended
     * @param personalChannel has all connections of the user as its subscribers, and keeps presence
     * @return complete when they were told to end; a failed one disconnects the new client with 3004
     */
    CompletionStage<?> endOthers(String userId, String clientId, String personalChannel);
}
