package io.spindle.gateway.http.api;

import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.DataFormat;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.channel.Grant;
import io.spindle.gateway.api.channel.HistoryOptions;
import io.spindle.gateway.api.channel.RecoveryMode;
import io.spindle.gateway.api.channel.RecoveryOptions;
import io.spindle.gateway.api.client.ConnectedClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Channels of a few kinds, told apart by what stands before the colon; everything is allowed in those that there are. */
final class ApiChannels implements ChannelPolicy {
    private static final ChannelOptions KEPT = ChannelOptions.BROADCAST
            .withPresence(true)
            .withHistory(HistoryOptions.of(10, Duration.ofMinutes(5)))
            .withRecovery(new RecoveryOptions(Grant.IF_ASKED, Grant.IF_ASKED, RecoveryMode.STREAM, false));
    private static final Map<String, ChannelOptions> KINDS = Map.of(
            "kept", KEPT,
            "plain", ChannelOptions.BROADCAST,
            "json", ChannelOptions.BROADCAST.withDataFormat(DataFormat.JSON),
            "object", ChannelOptions.BROADCAST.withDataFormat(DataFormat.JSON_OBJECT),
            "binary", ChannelOptions.BROADCAST.withDataFormat(DataFormat.BINARY));

    @Override
    public Optional<ChannelOptions> options(String channel) {
        return Optional.ofNullable(KINDS.get(channel.substring(0, Math.max(0, channel.indexOf(':')))));
    }

    @Override
    public CompletionStage<Decision> decide(ConnectedClient client, String channel, ChannelAction action) {
        return CompletableFuture.completedFuture(Decision.allow(options(channel).orElseThrow()));
    }
}
