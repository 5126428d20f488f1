package io.spindle.gateway.api.channel;

import io.spindle.gateway.api.Payload;
import java.util.Optional;

/** What a client wants to do in a channel. */
public sealed interface ChannelAction {
    /**
     * Subscribe.
     *
     * @param token the subscription token; empty if there is none
     * @param data custom data of the subscribe command
     */
    record Subscribe(String token, Optional<Payload> data) implements ChannelAction {
        /** Without the token: it does not belong into logs. */
        @Override
        public String toString() {
            return "Subscribe[]";
        }
    }

    /**
     * Publish.
     *
     * @param data the data as the client sent it; empty data is possible
     * @param subscribed whether the client is subscribed to the channel now
     */
    record Publish(Payload data, boolean subscribed) implements ChannelAction {}

    /** See who is in the channel. */
    record Presence(boolean subscribed) implements ChannelAction {}

    /** Read the channel's history. */
    record History(boolean subscribed) implements ChannelAction {}
}
