package io.spindle.gateway.broker;

/**
 * Which connections are meant: those of a user, or one of them.
 *
 * @param userId the user; empty for all anonymous clients
 * @param clientId only the connection of this id; empty for any
 * @param session only the connection of this secret id; empty for any
 */
public record ClientSelector(String userId, String clientId, String session) {
    public static ClientSelector user(String userId) {
        return new ClientSelector(userId, "", "");
    }

    /** Without the session: who knows it speaks for the client. */
    @Override
    public String toString() {
        return "ClientSelector[userId=" + userId + ", clientId=" + clientId + "]";
    }
}
