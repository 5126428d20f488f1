package io.spindle.gateway;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.PublishTerms;
import io.spindle.gateway.broker.HistoryPage;
import io.spindle.gateway.broker.HistoryQuery;
import io.spindle.gateway.broker.PublishOptions;
import io.spindle.gateway.presence.PresenceEntry;
import io.spindle.gateway.presence.PresenceStats;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.StreamPosition;
import io.spindle.gateway.protocol.json.JsonValues;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * What a host may do with channels: no policy is asked whether it may, only how the channel behaves, and no worker is told.
 *
 * <p>Thread-safe, never blocks. Stages fail with {@link RefusedException} where a client would get an error reply (102: no
 * such channel; 107: data of another format than the channel's; 108: the channel does not have that), and with the cause if something could not be reached.
 */
public final class GatewayChannels {
    private final Engine engine;

    GatewayChannels(Engine engine) {
        this.engine = engine;
    }

    /**
     * Publishes to the subscribers of a channel, on all gateways.
     *
     * @param data replaced by the data of the terms, if they have some
     * @return the publication's position; {@link StreamPosition#ZERO} if the channel keeps no history
     * @throws IllegalArgumentException if the data is said to be JSON and is not
     */
    public CompletionStage<StreamPosition> publish(String channel, Payload data, PublishTerms terms) {
        Payload published = terms.data().orElse(data);
        if (published.isJson() && !JsonValues.isValid(published.toByteArray(), 0, published.size())) {
            throw new IllegalArgumentException("data: not JSON (expected: one JSON value)");
        }
        return publishValid(channel, published, terms);
    }

    /** The same with data that is JSON if it is said to be. */
    CompletionStage<StreamPosition> publishValid(String channel, Payload data, PublishTerms terms) {
        Publication publication = new Publication(data, Optional.empty()).withTags(terms.tags());
        return engine.options(channel).thenCompose(options -> {
            if (!options.dataFormat().accepts(data)) {
                throw new RefusedException(ErrorCode.BAD_REQUEST);
            }
            return engine.broker().publish(channel, publication, PublishOptions.of(options, terms));
        });
    }

    /** Reads what a channel keeps of its publications. */
    public CompletionStage<HistoryPage> history(String channel, HistoryQuery query) {
        return engine.options(channel)
                .thenCompose(options -> engine.broker()
                        .history(channel, query, withHistory(options).history()));
    }

    /** Empties what a channel keeps; offsets go on from where they are. */
    public CompletionStage<Void> removeHistory(String channel) {
        return engine.options(channel).thenCompose(options -> {
            withHistory(options);
            return engine.broker().removeHistory(channel);
        });
    }

    /** Who is in a channel, on all gateways. */
    public CompletionStage<List<PresenceEntry>> presence(String channel) {
        return engine.options(channel).thenCompose(options -> {
            withPresence(options);
            return engine.presence().list(channel);
        });
    }

    /** How many are in a channel, on all gateways. */
    public CompletionStage<PresenceStats> presenceStats(String channel) {
        return engine.options(channel).thenCompose(options -> {
            withPresence(options);
            return engine.presence().stats(channel);
        });
    }

    private static ChannelOptions withHistory(ChannelOptions options) {
        if (!options.history().isKept()) {
            throw new RefusedException(ErrorCode.NOT_AVAILABLE);
        }
        return options;
    }

    private static void withPresence(ChannelOptions options) {
        if (!options.presence()) {
            throw new RefusedException(ErrorCode.NOT_AVAILABLE);
        }
    }
}
