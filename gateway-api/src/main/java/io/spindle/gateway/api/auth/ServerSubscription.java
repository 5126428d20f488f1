package io.spindle.gateway.api.auth;

import io.spindle.gateway.api.Payload;
import java.util.Objects;
import java.util.Optional;

/**
 * A subscription that the server makes for a client. The channel behaves as its policy says, but for what is overridden
 * here.
 *
 * @param channelInfo {@code chan_info} of the client in this channel
 * @param data custom data, told to the client with the subscription
 * @param overrides what differs from the channel's options
 * @param renewed whether a refresh of the connection has to grant it again; one that leaves it out makes the client
 *     connect anew (3010)
 */
public record ServerSubscription(
        Optional<Payload> channelInfo, Optional<Payload> data, Overrides overrides, boolean renewed) {
    /** As the channel's options say. */
    public static final ServerSubscription PLAIN =
            new ServerSubscription(Optional.empty(), Optional.empty(), Overrides.NONE, false);

    public ServerSubscription {
        Objects.requireNonNull(channelInfo, "channelInfo");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(overrides, "overrides");
    }

    /** One that lasts as long as the connection. */
    public ServerSubscription(Optional<Payload> channelInfo, Optional<Payload> data, Overrides overrides) {
        this(channelInfo, data, overrides, false);
    }

    /** The same, which each refresh has to grant again. */
    public ServerSubscription withRenewal() {
        return new ServerSubscription(channelInfo, data, overrides, true);
    }
}
