package io.spindle.gateway;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.auth.ServerSubscription;
import io.spindle.gateway.api.channel.PublishTerms;
import io.spindle.gateway.broker.ClientSelector;
import io.spindle.gateway.broker.HistoryPage;
import io.spindle.gateway.broker.HistoryQuery;
import io.spindle.gateway.broker.NodeState;
import io.spindle.gateway.http.api.ServerApi;
import io.spindle.gateway.presence.PresenceEntry;
import io.spindle.gateway.presence.PresenceStats;
import io.spindle.gateway.protocol.StreamPosition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The server API is what a host can do, too. */
record HostedApi(GatewayChannels channels, GatewayClients clients, Engine engine) implements ServerApi {
    @Override
    public CompletionStage<StreamPosition> publish(String channel, Payload data, PublishTerms terms) {
        return channels.publishValid(channel, data, terms);
    }

    @Override
    public CompletionStage<Void> subscribe(
            ClientSelector selected,
            String channel,
            ServerSubscription subscription,
            Optional<StreamPosition> recoverSince,
            Optional<Instant> expiresAt) {
        return clients.subscribe(selected, channel, subscription, recoverSince, expiresAt);
    }

    @Override
    public CompletionStage<Void> unsubscribe(ClientSelector selected, String channel) {
        if (channel.isEmpty()) {
            return clients.unsubscribe(selected, channel);
        }
        // Whoever calls is told of a channel that can't be; a host may well end what is left of one.
        return engine.options(channel).thenCompose(options -> clients.unsubscribe(selected, channel));
    }

    @Override
    public CompletionStage<Void> disconnect(ClientSelector selected, Set<String> whitelist, Disconnect disconnect) {
        return clients.disconnect(selected, whitelist, disconnect);
    }

    @Override
    public CompletionStage<Void> refresh(ClientSelector selected, Optional<Instant> expiresAt, Optional<Payload> info) {
        return clients.refresh(selected, expiresAt, info);
    }

    @Override
    public CompletionStage<List<PresenceEntry>> presence(String channel) {
        return channels.presence(channel);
    }

    @Override
    public CompletionStage<PresenceStats> presenceStats(String channel) {
        return channels.presenceStats(channel);
    }

    @Override
    public CompletionStage<HistoryPage> history(String channel, HistoryQuery query) {
        return channels.history(channel, query);
    }

    @Override
    public CompletionStage<Void> removeHistory(String channel) {
        return channels.removeHistory(channel);
    }

    @Override
    public CompletionStage<List<NodeState>> nodes() {
        return engine.broker().survey();
    }

    @Override
    public Optional<ErrorCode> error(Throwable failure) {
        return failure instanceof RefusedException refused ? Optional.of(refused.error()) : Optional.empty();
    }
}
