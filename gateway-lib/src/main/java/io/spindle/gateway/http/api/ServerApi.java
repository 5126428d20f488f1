package io.spindle.gateway.http.api;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.auth.ServerSubscription;
import io.spindle.gateway.api.channel.PublishTerms;
import io.spindle.gateway.broker.ClientSelector;
import io.spindle.gateway.broker.HistoryPage;
import io.spindle.gateway.broker.HistoryQuery;
import io.spindle.gateway.broker.NodeState;
import io.spindle.gateway.presence.PresenceEntry;
import io.spindle.gateway.presence.PresenceStats;
import io.spindle.gateway.protocol.StreamPosition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * What the gateway does for the server API. Called on server threads: never blocks. Stages that fail with something that
 * {@link #error} knows are answered with that error, all others with an internal one.
 */
public interface ServerApi {
    /** @param data JSON that was found to be valid, any bytes, or nothing at all */
    CompletionStage<StreamPosition> publish(String channel, Payload data, PublishTerms terms);

    CompletionStage<Void> subscribe(
            ClientSelector clients,
            String channel,
            ServerSubscription subscription,
            Optional<StreamPosition> recoverSince,
            Optional<Instant> expiresAt);

    /** @param channel empty for all channels */
    CompletionStage<Void> unsubscribe(ClientSelector clients, String channel);

    /** @param whitelist ids of clients that stay */
    CompletionStage<Void> disconnect(ClientSelector clients, Set<String> whitelist, Disconnect disconnect);

    /** @param expiresAt absent for never */
    CompletionStage<Void> refresh(ClientSelector clients, Optional<Instant> expiresAt, Optional<Payload> info);

    CompletionStage<List<PresenceEntry>> presence(String channel);

    CompletionStage<PresenceStats> presenceStats(String channel);

    CompletionStage<HistoryPage> history(String channel, HistoryQuery query);

    CompletionStage<Void> removeHistory(String channel);

    /** All gateways that act as one with this one, itself included. */
    CompletionStage<List<NodeState>> nodes();

    /** Which error of the protocol a stage's failure is; empty if it is none, but a fault of ours. */
    Optional<ErrorCode> error(Throwable failure);
}
