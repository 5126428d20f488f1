package io.spindle.gateway;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.channel.SubscribeTerms;
import io.spindle.gateway.api.client.ConnectedClient;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A policy that allows everything to everybody, as a host application would write one. */
public final class AllowAll implements ChannelPolicy {
    private final ChannelOptions options;
    private final CompletionStage<Decision> decision;

    /** Channels that only broadcast. */
    public AllowAll() {
        this(ChannelOptions.BROADCAST);
    }

    public AllowAll(ChannelOptions options) {
        this(options, Optional.empty(), Optional.empty());
    }

    public AllowAll(ChannelOptions options, Optional<Payload> channelInfo, Optional<Payload> data) {
        this.options = options;
        decision = CompletableFuture.completedFuture(
                Decision.allow(options, new SubscribeTerms(channelInfo, data, Optional.empty(), Refresh.BY_CLIENT)));
    }

    @Override
    public Optional<ChannelOptions> options(String channel) {
        return Optional.of(options);
    }

    @Override
    public CompletionStage<Decision> decide(ConnectedClient client, String channel, ChannelAction action) {
        return decision;
    }
}
