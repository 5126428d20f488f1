package io.spindle.gateway.policy.namespace;

import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.DataFormat;
import io.spindle.gateway.api.channel.Delivery;
import io.spindle.gateway.api.channel.DeltaOptions;
import io.spindle.gateway.api.channel.RecoveryMode;
import java.time.Duration;
import java.util.Optional;

/**
 * Collects the options of a namespace. Everything is off until it is named; nothing comes from other namespaces. Not
 * thread-safe.
 */
public final class NamespaceOptionsBuilder {
    private boolean presence;
    private boolean joinLeave;
    private boolean forcePushJoinLeave;
    private int historySize;
    private Duration historyTtl = Duration.ZERO;
    private Optional<Duration> historyMetaTtl = Optional.empty();
    private boolean forcePositioning;
    private boolean allowPositioning;
    private boolean forceRecovery;
    private boolean allowRecovery;
    private RecoveryMode recoveryMode = RecoveryMode.STREAM;
    private boolean autoCacheRecover;
    private boolean allowFossilDelta;
    private boolean deltaPublish;
    private boolean allowTagsFilter;
    private boolean allowSubscribeForClient;
    private boolean allowSubscribeForAnonymous;
    private boolean allowPublishForClient;
    private boolean allowPublishForSubscriber;
    private boolean allowPublishForAnonymous;
    private boolean allowPresenceForClient;
    private boolean allowPresenceForSubscriber;
    private boolean allowPresenceForAnonymous;
    private boolean allowHistoryForClient;
    private boolean allowHistoryForSubscriber;
    private boolean allowHistoryForAnonymous;
    private boolean allowUserLimitedChannels;
    private Optional<String> channelRegex = Optional.empty();
    private Optional<DataFormat> publicationDataFormat = Optional.empty();
    private Optional<String> subscribeProxy = Optional.empty();
    private Optional<String> publishProxy = Optional.empty();
    private Optional<String> subRefreshProxy = Optional.empty();
    private Delivery delivery = Delivery.NONE;
    private String workerPool = ChannelOptions.DEFAULT_POOL;

    NamespaceOptionsBuilder() {}

    /** {@code presence}: presence is kept, and can be asked for. */
    public NamespaceOptionsBuilder presence(boolean presence) {
        this.presence = presence;
        return this;
    }

    /** {@code join_leave}: coming and going is told. */
    public NamespaceOptionsBuilder joinLeave(boolean joinLeave) {
        this.joinLeave = joinLeave;
        return this;
    }

    /** {@code force_push_join_leave}: it is told to every subscriber, asked or not. */
    public NamespaceOptionsBuilder forcePushJoinLeave(boolean forcePushJoinLeave) {
        this.forcePushJoinLeave = forcePushJoinLeave;
        return this;
    }

    /**
     * {@code history_size} and {@code history_ttl}: what is kept of publications.
     *
     * @param ttl in whole seconds
     */
    public NamespaceOptionsBuilder history(int size, Duration ttl) {
        this.historySize = size;
        this.historyTtl = ttl;
        return this;
    }

    /** {@code history_meta_ttl}, in whole seconds; default, and with 0, as for all namespaces. */
    public NamespaceOptionsBuilder historyMetaTtl(Duration ttl) {
        this.historyMetaTtl = Optional.of(ttl).filter(own -> !own.isZero());
        return this;
    }

    /** {@code force_positioning}: every subscription is positioned. */
    public NamespaceOptionsBuilder forcePositioning(boolean forcePositioning) {
        this.forcePositioning = forcePositioning;
        return this;
    }

    /** {@code allow_positioning}: subscriptions that ask are positioned. */
    public NamespaceOptionsBuilder allowPositioning(boolean allowPositioning) {
        this.allowPositioning = allowPositioning;
        return this;
    }

    /** {@code force_recovery}: every subscription is recoverable; needs history. */
    public NamespaceOptionsBuilder forceRecovery(boolean forceRecovery) {
        this.forceRecovery = forceRecovery;
        return this;
    }

    /** {@code allow_recovery}: subscriptions that ask are recoverable. */
    public NamespaceOptionsBuilder allowRecovery(boolean allowRecovery) {
        this.allowRecovery = allowRecovery;
        return this;
    }

    /** {@code force_recovery_mode}: of every recovery, forced or not; default {@link RecoveryMode#STREAM}. */
    public NamespaceOptionsBuilder recoveryMode(RecoveryMode recoveryMode) {
        this.recoveryMode = recoveryMode;
        return this;
    }

    /** {@code auto_cache_recover}: each subscribing gives the latest publication; needs forced recovery in cache mode. */
    public NamespaceOptionsBuilder autoCacheRecover(boolean autoCacheRecover) {
        this.autoCacheRecover = autoCacheRecover;
        return this;
    }

    /** {@code allowed_delta_types: [fossil]}: subscribers may ask for differences in Fossil's format. */
    public NamespaceOptionsBuilder allowFossilDelta(boolean allowFossilDelta) {
        this.allowFossilDelta = allowFossilDelta;
        return this;
    }

    /** {@code delta_publish}: every publication is made for differences. */
    public NamespaceOptionsBuilder deltaPublish(boolean deltaPublish) {
        this.deltaPublish = deltaPublish;
        return this;
    }

    /** {@code allow_tags_filter}: subscribers may choose publications by their tags. */
    public NamespaceOptionsBuilder allowTagsFilter(boolean allowTagsFilter) {
        this.allowTagsFilter = allowTagsFilter;
        return this;
    }

    /** {@code allow_subscribe_for_client}: every user may subscribe. */
    public NamespaceOptionsBuilder allowSubscribeForClient(boolean allowSubscribeForClient) {
        this.allowSubscribeForClient = allowSubscribeForClient;
        return this;
    }

    /** {@code allow_subscribe_for_anonymous}: extends it to clients without a user. */
    public NamespaceOptionsBuilder allowSubscribeForAnonymous(boolean allowSubscribeForAnonymous) {
        this.allowSubscribeForAnonymous = allowSubscribeForAnonymous;
        return this;
    }

    /** {@code allow_publish_for_client}: every user may publish. */
    public NamespaceOptionsBuilder allowPublishForClient(boolean allowPublishForClient) {
        this.allowPublishForClient = allowPublishForClient;
        return this;
    }

    /** {@code allow_publish_for_subscriber}: every subscribed user may publish. */
    public NamespaceOptionsBuilder allowPublishForSubscriber(boolean allowPublishForSubscriber) {
        this.allowPublishForSubscriber = allowPublishForSubscriber;
        return this;
    }

    /** {@code allow_publish_for_anonymous}: extends both to clients without a user. */
    public NamespaceOptionsBuilder allowPublishForAnonymous(boolean allowPublishForAnonymous) {
        this.allowPublishForAnonymous = allowPublishForAnonymous;
        return this;
    }

    /** {@code allow_presence_for_client}: every user may see presence. */
    public NamespaceOptionsBuilder allowPresenceForClient(boolean allowPresenceForClient) {
        this.allowPresenceForClient = allowPresenceForClient;
        return this;
    }

    /** {@code allow_presence_for_subscriber}: every subscribed user may see presence. */
    public NamespaceOptionsBuilder allowPresenceForSubscriber(boolean allowPresenceForSubscriber) {
        this.allowPresenceForSubscriber = allowPresenceForSubscriber;
        return this;
    }

    /** {@code allow_presence_for_anonymous}: extends both to clients without a user. */
    public NamespaceOptionsBuilder allowPresenceForAnonymous(boolean allowPresenceForAnonymous) {
        this.allowPresenceForAnonymous = allowPresenceForAnonymous;
        return this;
    }

    /** {@code allow_history_for_client}: every user may read history. */
    public NamespaceOptionsBuilder allowHistoryForClient(boolean allowHistoryForClient) {
        this.allowHistoryForClient = allowHistoryForClient;
        return this;
    }

    /** {@code allow_history_for_subscriber}: every subscribed user may read history. */
    public NamespaceOptionsBuilder allowHistoryForSubscriber(boolean allowHistoryForSubscriber) {
        this.allowHistoryForSubscriber = allowHistoryForSubscriber;
        return this;
    }

    /** {@code allow_history_for_anonymous}: extends both to clients without a user. */
    public NamespaceOptionsBuilder allowHistoryForAnonymous(boolean allowHistoryForAnonymous) {
        this.allowHistoryForAnonymous = allowHistoryForAnonymous;
        return this;
    }

    /** {@code allow_user_limited_channels}: names with the user boundary are for the users that follow it. */
    public NamespaceOptionsBuilder allowUserLimitedChannels(boolean allowUserLimitedChannels) {
        this.allowUserLimitedChannels = allowUserLimitedChannels;
        return this;
    }

    /**
     * {@code channel_regex}: must match somewhere in what follows the namespace's name; anchor it with {@code ^} and
     * {@code $} to mean all of it. Replaces the rule that channels are ASCII.
     *
     * @param regex in RE2's syntax
     */
    public NamespaceOptionsBuilder channelRegex(String regex) {
        this.channelRegex = Optional.of(regex);
        return this;
    }

    /** {@code publication_data_format}; default as for all namespaces. */
    public NamespaceOptionsBuilder publicationDataFormat(DataFormat format) {
        this.publicationDataFormat = Optional.of(format);
        return this;
    }

    /** {@code subscribe_proxy_enabled} and {@code subscribe_proxy_name}: who decides about subscribing. */
    public NamespaceOptionsBuilder subscribeProxy(String name) {
        this.subscribeProxy = Optional.of(name);
        return this;
    }

    /** {@code publish_proxy_enabled} and {@code publish_proxy_name}: who decides about publishing. */
    public NamespaceOptionsBuilder publishProxy(String name) {
        this.publishProxy = Optional.of(name);
        return this;
    }

    /** {@code sub_refresh_proxy_enabled} and {@code sub_refresh_proxy_name}: who prolongs subscriptions. */
    public NamespaceOptionsBuilder subRefreshProxy(String name) {
        this.subRefreshProxy = Optional.of(name);
        return this;
    }

    /** Whether publications go to the channel's worker first; default {@link Delivery#NONE}. */
    public NamespaceOptionsBuilder delivery(Delivery delivery) {
        this.delivery = delivery;
        return this;
    }

    /** The pool whose workers own the channels; default {@value ChannelOptions#DEFAULT_POOL}. */
    public NamespaceOptionsBuilder workerPool(String workerPool) {
        this.workerPool = workerPool;
        return this;
    }

    public NamespaceOptions build() {
        return new NamespaceOptions(
                new PresenceRules(presence, joinLeave, forcePushJoinLeave),
                new HistoryRules(historySize, historyTtl, historyMetaTtl),
                new RecoveryRules(
                        forcePositioning,
                        allowPositioning,
                        forceRecovery,
                        allowRecovery,
                        recoveryMode,
                        autoCacheRecover),
                new DeltaOptions(allowFossilDelta, deltaPublish),
                allowTagsFilter,
                permissions(),
                new ContentRules(channelRegex, publicationDataFormat),
                new ProxyNames(subscribeProxy, publishProxy, subRefreshProxy),
                new WorkerRules(delivery, workerPool));
    }

    private Permissions permissions() {
        return new Permissions(
                new Access(allowSubscribeForClient, false, allowSubscribeForAnonymous),
                new Access(allowPublishForClient, allowPublishForSubscriber, allowPublishForAnonymous),
                new Access(allowPresenceForClient, allowPresenceForSubscriber, allowPresenceForAnonymous),
                new Access(allowHistoryForClient, allowHistoryForSubscriber, allowHistoryForAnonymous),
                allowUserLimitedChannels);
    }
}
