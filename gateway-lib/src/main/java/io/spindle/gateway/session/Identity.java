package io.spindle.gateway.session;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.api.client.ClientTransport;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.api.event.EventSource;
import io.spindle.gateway.protocol.ClientInfo;
import java.util.Optional;
import java.util.UUID;

/**
 * Who a connected client is, in the words of those who ask: policies, other clients, workers. Replaced as a whole when a
 * refresh brings new info.
 *
 * @param client for policies
 * @param info for other clients, without the info of a channel
 * @param workerUser the user's id for workers: an anonymous client has one random id per connection there
 */
record Identity(ConnectedClient client, ClientInfo info, String workerUser) {
    /**
     * The identity of a client that was just accepted.
     *
     * @param claimedName the name in the connect data: the client's own word, used only where the token has none
     */
    static Identity of(
            Authentication.Accepted accepted,
            String clientId,
            Optional<String> claimedName,
            ClientTransport transport) {
        boolean verified = accepted.userName().isPresent() || claimedName.isEmpty();
        String name = accepted.userName().or(() -> claimedName).orElse(ConnectedClient.ANONYMOUS_NAME);
        ConnectedClient client = new ConnectedClient(
                accepted.userId(), clientId, name, verified, accepted.info(), accepted.meta(), transport);
        String workerUser = client.isAnonymous() ? UUID.randomUUID().toString() : client.userId();
        return new Identity(
                client, new ClientInfo(client.userId(), clientId, accepted.info(), Optional.empty()), workerUser);
    }

    /** The same client with the info and the name of its new token, if it has them. */
    Identity refreshed(Authentication.Accepted accepted) {
        if (accepted.info().isEmpty()) {
            return this;
        }
        String name = accepted.userName().orElse(client.userName());
        boolean verified = accepted.userName().isPresent() || client.userNameVerified();
        return new Identity(
                new ConnectedClient(
                        client.userId(),
                        client.clientId(),
                        name,
                        verified,
                        accepted.info(),
                        accepted.meta().or(client::meta),
                        client.transport()),
                new ClientInfo(info.user(), info.client(), accepted.info(), Optional.empty()),
                workerUser);
    }

    /** The same client with other info. */
    Identity withInfo(Payload connectionInfo) {
        return new Identity(
                new ConnectedClient(
                        client.userId(),
                        client.clientId(),
                        client.userName(),
                        client.userNameVerified(),
                        Optional.of(connectionInfo),
                        client.meta(),
                        client.transport()),
                new ClientInfo(info.user(), info.client(), Optional.of(connectionInfo), Optional.empty()),
                workerUser);
    }

    /** For workers. Made when asked for: most connections are idle, and would keep it for nothing. */
    EventSource source() {
        return new EventSource(workerUser, client.userName(), client.userNameVerified(), client.clientId());
    }

    /** What other clients are told in a channel. */
    ClientInfo infoIn(Optional<Payload> channelInfo) {
        return channelInfo.isEmpty() ? info : new ClientInfo(info.user(), info.client(), info.connInfo(), channelInfo);
    }
}
