package io.spindle.gateway.api.channel;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.Refresh;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * On what terms a client is subscribed.
 *
 * @param channelInfo {@code chan_info} of the client in this channel, told to other clients
 * @param data custom data for the subscribe reply
 * @param expiresAt when the subscription ends unless it is refreshed; absent: never
 * @param refresh who refreshes it
 */
public record SubscribeTerms(
        Optional<Payload> channelInfo, Optional<Payload> data, Optional<Instant> expiresAt, Refresh refresh) {
    /** Nothing special, for ever. */
    public static final SubscribeTerms PLAIN =
            new SubscribeTerms(Optional.empty(), Optional.empty(), Optional.empty(), Refresh.BY_CLIENT);

    public SubscribeTerms {
        Objects.requireNonNull(channelInfo, "channelInfo");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(refresh, "refresh");
    }

    public SubscribeTerms withChannelInfo(Payload info) {
        return new SubscribeTerms(Optional.of(info), data, expiresAt, refresh);
    }

    public SubscribeTerms withData(Payload data) {
        return new SubscribeTerms(channelInfo, Optional.of(data), expiresAt, refresh);
    }

    public SubscribeTerms expiring(Instant at, Refresh refresh) {
        return new SubscribeTerms(channelInfo, data, Optional.of(at), refresh);
    }
}
