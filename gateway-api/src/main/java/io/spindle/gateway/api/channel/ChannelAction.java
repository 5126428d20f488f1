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
     * Stay subscribed: the subscription expires. Allowed with a new expiry in the terms it lives on, allowed without one it
     * does not expire any more; the channel info of the terms replaces the old one.
     *
     * <p>An expired token should be answered by closing with {@link
     * io.spindle.gateway.api.Disconnect#SUBSCRIPTION_EXPIRED}, never by an error: SDKs take an error as final.
     *
     * @param token the new token of the client, not empty; absent when the gateway itself asks, because that was agreed
     *     when subscribing ({@link io.spindle.gateway.api.Refresh#BY_GATEWAY})
     */
    record RefreshSubscription(Optional<String> token) implements ChannelAction {
        /** Without the token: it does not belong into logs. */
        @Override
        public String toString() {
            return "RefreshSubscription[]";
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

    /**
     * Call a method of the channel's worker: a remote call whose method is written {@code method@channel}.
     *
     * @param method what stands before the first {@code @}
     * @param data the call's data; empty data is possible
     * @param subscribed whether the client is subscribed to the channel now
     */
    record Call(String method, Payload data, boolean subscribed) implements ChannelAction {}
}
