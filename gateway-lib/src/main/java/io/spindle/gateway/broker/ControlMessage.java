package io.spindle.gateway.broker;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.auth.ServerSubscription;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.protocol.StreamPosition;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What a node is asked to do with connections that it may hold; the answer is in what happens. */
public sealed interface ControlMessage {
    /**
     * Subscribe connections to a channel.
     *
     * @param options the channel's, with what the subscription has differently
     * @param recoverSince from where missed publications are sent, if they are
     * @param expiresAt when the subscription ends; absent: never
     */
    record Subscribe(
            ClientSelector clients,
            String channel,
            ChannelOptions options,
            ServerSubscription subscription,
            Optional<StreamPosition> recoverSince,
            Optional<Instant> expiresAt)
            implements ControlMessage {}

    /**
     * End subscriptions.
     *
     * @param channel empty for all channels
     * @param code told to the client; from 2500 on its SDK subscribes again
     */
    record Unsubscribe(ClientSelector clients, String channel, int code, String reason) implements ControlMessage {}

    /**
     * Close connections.
     *
     * @param whitelist ids of connections that stay
     */
    record Close(ClientSelector clients, Set<String> whitelist, Disconnect disconnect) implements ControlMessage {}

    /**
     * Move the expiry of connections.
     *
     * @param expiresAt absent: they do not expire any more
     * @param info replaces {@code conn_info}, if present
     */
    record Refresh(ClientSelector clients, Optional<Instant> expiresAt, Optional<Payload> info)
            implements ControlMessage {}

    /**
     * Take commands to an emulated connection.
     *
     * @param session its secret id
     * @param data the commands, encoded as the connection is
     */
    record Emulate(String session, Payload data) implements ControlMessage {
        /** Without the session: who knows it speaks for the client. */
        @Override
        public String toString() {
            return "Emulate[]";
        }
    }
}
