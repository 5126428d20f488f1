package io.spindle.gateway.presence;

import io.spindle.gateway.protocol.ClientInfo;

/**
 * A client in a channel.
 *
 * @param info what other clients are told
 * @param userId the user as workers are told: a UUID of the connection if it is anonymous
 * @param userName a name to show
 */
public record PresenceEntry(ClientInfo info, String userId, String userName) {
    public String clientId() {
        return info.client();
    }
}
