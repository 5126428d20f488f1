package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.Kinds;
import io.spindle.gateway.cli.settings.Section;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingBlock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The options of the channels of a namespace, or of those without one. */
public final class NamespaceOptions extends SettingBlock {
    private static final Duration LONGEST = Duration.ofDays(36_500);

    public final Setting<Boolean> presence = onOff("presence", "Whether presence is kept; else asking for it is 108.");
    public final Setting<Boolean> joinLeave = onOff("join_leave", "Whether coming and going is told in the channel.");
    public final Setting<Boolean> forcePushJoinLeave =
            onOff("force_push_join_leave", "Whether every subscriber is told, asked or not.");
    public final Setting<Integer> historySize = count("history_size", "Publications kept; together with history_ttl.");
    public final Setting<Duration> historyTtl = option(
            "history_ttl", Kinds.wholeSeconds(Duration.ZERO, LONGEST), "0s", "How long they are kept after the last.");
    public final Setting<Duration> historyMetaTtl = option(
            "history_meta_ttl",
            Kinds.wholeSeconds(Duration.ZERO, LONGEST),
            "0s",
            "How long epoch and offset are remembered; 0s: as channel.history_meta_ttl.");
    public final Setting<Boolean> forcePositioning =
            onOff("force_positioning", "Whether all subscriptions know their position in the stream.");
    public final Setting<Boolean> allowPositioning = onOff("allow_positioning", "Whether clients may ask for that.");
    public final Setting<Boolean> forceRecovery =
            onOff("force_recovery", "Whether all subscriptions can be recovered; needs history.");
    public final Setting<Boolean> allowRecovery = onOff("allow_recovery", "Whether clients may ask for that.");
    public final Setting<String> forceRecoveryMode = option(
            "force_recovery_mode",
            Kinds.oneOf("stream", "cache"),
            "How every recovery works: all that was missed (stream, if not set), or the latest publication (cache).");
    public final Setting<Boolean> autoCacheRecover = onOff(
            "auto_cache_recover", "Whether the latest publication comes with each subscribing; needs the mode cache.");
    public final Setting<List<String>> allowedDeltaTypes = option(
            "allowed_delta_types",
            Kinds.words("<word>", "fossil", "fossil"::equals),
            "Deltas that clients may agree on.");
    public final Setting<Boolean> deltaPublish =
            onOff("delta_publish", "Whether every publication may go out as a delta.");
    public final Setting<Boolean> allowTagsFilter =
            onOff("allow_tags_filter", "Whether clients may filter publications by their tags.");

    public final Setting<Boolean> allowSubscribeForClient =
            onOff("allow_subscribe_for_client", "Whether users may subscribe.");
    public final Setting<Boolean> allowSubscribeForAnonymous =
            onOff("allow_subscribe_for_anonymous", "Whether that holds for anonymous clients, too.");
    public final Setting<Boolean> allowPublishForClient =
            onOff("allow_publish_for_client", "Whether users may publish.");
    public final Setting<Boolean> allowPublishForSubscriber =
            onOff("allow_publish_for_subscriber", "Whether subscribed users may publish.");
    public final Setting<Boolean> allowPublishForAnonymous =
            onOff("allow_publish_for_anonymous", "Whether these two hold for anonymous clients, too.");
    public final Setting<Boolean> allowPresenceForClient =
            onOff("allow_presence_for_client", "Whether users may ask for presence.");
    public final Setting<Boolean> allowPresenceForSubscriber =
            onOff("allow_presence_for_subscriber", "Whether subscribed users may ask for presence.");
    public final Setting<Boolean> allowPresenceForAnonymous =
            onOff("allow_presence_for_anonymous", "Whether these two hold for anonymous clients, too.");
    public final Setting<Boolean> allowHistoryForClient =
            onOff("allow_history_for_client", "Whether users may read history.");
    public final Setting<Boolean> allowHistoryForSubscriber =
            onOff("allow_history_for_subscriber", "Whether subscribed users may read history.");
    public final Setting<Boolean> allowHistoryForAnonymous =
            onOff("allow_history_for_anonymous", "Whether these two hold for anonymous clients, too.");
    public final Setting<Boolean> allowUserLimitedChannels =
            onOff("allow_user_limited_channels", "Whether channels may name their users, as in dialog#42,43.");

    public final Setting<String> channelRegex = option(
            "channel_regex", Kinds.regex(), "Regex for the name behind the namespace; if not set, it must be ASCII.");
    public final Setting<String> publicationDataFormat = option(
            "publication_data_format",
            Kinds.oneOf("json", "json_object", "binary"),
            "What publications must be; if not set, anything but empty.");

    public final Setting<Boolean> subscribeProxyEnabled =
            onOff("subscribe_proxy_enabled", "Whether a backend decides about subscribing.");
    public final Setting<String> subscribeProxyName = proxyName("subscribe_proxy_name");
    public final Setting<Boolean> publishProxyEnabled =
            onOff("publish_proxy_enabled", "Whether a backend decides about publishing.");
    public final Setting<String> publishProxyName = proxyName("publish_proxy_name");
    public final Setting<Boolean> subRefreshProxyEnabled =
            onOff("sub_refresh_proxy_enabled", "Whether a backend prolongs subscriptions that expire.");
    public final Setting<String> subRefreshProxyName = proxyName("sub_refresh_proxy_name");

    public final Setting<Boolean> subscribeStreamProxyEnabled = lacking(
            "subscribe_stream_proxy_enabled", "publications over a stream from a gRPC backend to each subscriber");
    public final Setting<String> subscriptionType = option(
            "subscription_type",
            Kinds.oneOf("stream", "map", "map_clients", "map_users", "shared_poll"),
            "stream",
            "Kind of the subscriptions; only stream is supported.");

    public final Setting<String> delivery = own(
            "delivery",
            Kinds.oneOf("none", "relay"),
            Optional.empty(),
            "Whether publications go to the channel's worker (relay); if not set, they do where there are workers.");
    public final Setting<String> workerPool = own(
            "worker_pool",
            Kinds.text("<name>", "1 to 64 of A-Z a-z 0-9 . _ -", text -> text.matches("[A-Za-z0-9._-]{1,64}")),
            Optional.of("default"),
            "Workers that own the channels.");

    public NamespaceOptions(String path) {
        super(Section.NAMESPACE, path);
        ignored("subscribe_stream_proxy_name", "subscribe_stream_proxy_bidirectional", "map", "shared_poll");
        lacking("map_clients_presence_channel_prefix", Kinds.text(), "presence by client in a map channel");
        lacking("map_users_presence_channel_prefix", Kinds.text(), "presence by user in a map channel");
        for (String key : List.of("subscribe_cel", "publish_cel", "presence_cel", "history_cel")) {
            lacking(key, Kinds.text(), "permission by an expression (of the commercial edition)");
        }
        lacking("subscribe_state_proxy_enabled", "telling a backend who is in a channel (of the commercial edition)");
        lacking("cache_empty_proxy_enabled", "asking a backend for an empty cache (of the commercial edition)");
    }

    private Setting<String> proxyName(String key) {
        return option(key, Names.kind(), "default", "Proxy of that name; default: that of channel.proxy.");
    }
}
