package io.spindle.gateway.cli.assembly;

import io.spindle.gateway.api.channel.DataFormat;
import io.spindle.gateway.api.channel.Delivery;
import io.spindle.gateway.api.channel.RecoveryMode;
import io.spindle.gateway.cli.config.ChannelOptions;
import io.spindle.gateway.cli.config.ConfigOptions;
import io.spindle.gateway.cli.config.NamespaceOptions;
import io.spindle.gateway.cli.settings.LimitSettings;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingValues;
import io.spindle.gateway.policy.namespace.ChannelNamespaces;
import io.spindle.gateway.policy.namespace.ChannelNamespacesBuilder;
import io.spindle.gateway.policy.namespace.NamespaceOptionsBuilder;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The namespaces of {@code channel}. */
final class NamespaceAssembly {
    private final SettingValues root;

    /** Where nothing is said about a namespace. */
    private final Delivery delivery;

    NamespaceAssembly(SettingValues root, Delivery delivery) {
        this.root = root;
        this.delivery = delivery;
    }

    ChannelNamespaces namespaces() {
        ChannelOptions channel = ConfigOptions.ROOT.channel;
        ChannelNamespacesBuilder builder = ChannelNamespaces.builder()
                .privatePrefix(root.get(channel.privatePrefix))
                .namespaceBoundary(root.get(channel.namespaceBoundary))
                .userBoundary(root.get(channel.userBoundary))
                .userSeparator(root.get(channel.userSeparator))
                .maxLength(root.get(LimitSettings.CHANNEL_MAX_LENGTH))
                .historyMetaTtl(root.get(channel.historyMetaTtl))
                .withoutNamespace(options(root, channel.withoutNamespace));
        root.find(channel.publicationDataFormat)
                .map(NamespaceAssembly::format)
                .ifPresent(builder::publicationDataFormat);
        for (SettingValues entry : root.entries(channel.namespaces)) {
            builder.namespace(entry.get(ChannelOptions.ENTRY.name), options(entry, ChannelOptions.ENTRY.options));
        }
        return builder.build();
    }

    private io.spindle.gateway.policy.namespace.NamespaceOptions options(SettingValues in, NamespaceOptions names) {
        NamespaceOptionsBuilder builder = io.spindle.gateway.policy.namespace.NamespaceOptions.builder()
                .delivery(
                        in.find(names.delivery).map(NamespaceAssembly::delivery).orElse(delivery));
        in.find(names.workerPool).ifPresent(builder::workerPool);
        stream(in, names, builder);
        permissions(in, names, builder);
        in.find(names.channelRegex).ifPresent(builder::channelRegex);
        in.find(names.publicationDataFormat).map(NamespaceAssembly::format).ifPresent(builder::publicationDataFormat);
        proxy(in, names.subscribeProxyEnabled, names.subscribeProxyName, builder::subscribeProxy);
        proxy(in, names.publishProxyEnabled, names.publishProxyName, builder::publishProxy);
        proxy(in, names.subRefreshProxyEnabled, names.subRefreshProxyName, builder::subRefreshProxy);
        return builder.build();
    }

    private static void stream(SettingValues in, NamespaceOptions names, NamespaceOptionsBuilder builder) {
        builder.presence(in.get(names.presence))
                .joinLeave(in.get(names.joinLeave))
                .forcePushJoinLeave(in.get(names.forcePushJoinLeave))
                .history(in.get(names.historySize), in.get(names.historyTtl))
                .historyMetaTtl(in.get(names.historyMetaTtl))
                .forcePositioning(in.get(names.forcePositioning))
                .allowPositioning(in.get(names.allowPositioning))
                .forceRecovery(in.get(names.forceRecovery))
                .allowRecovery(in.get(names.allowRecovery))
                .autoCacheRecover(in.get(names.autoCacheRecover))
                .deltaPublish(in.get(names.deltaPublish))
                .allowTagsFilter(in.get(names.allowTagsFilter))
                .allowFossilDelta(in.find(names.allowedDeltaTypes).isPresent());
        in.find(names.forceRecoveryMode)
                .map(mode -> RecoveryMode.valueOf(mode.toUpperCase(Locale.ROOT)))
                .ifPresent(builder::recoveryMode);
    }

    private static void permissions(SettingValues in, NamespaceOptions names, NamespaceOptionsBuilder builder) {
        builder.allowSubscribeForClient(in.get(names.allowSubscribeForClient))
                .allowSubscribeForAnonymous(in.get(names.allowSubscribeForAnonymous))
                .allowPublishForClient(in.get(names.allowPublishForClient))
                .allowPublishForSubscriber(in.get(names.allowPublishForSubscriber))
                .allowPublishForAnonymous(in.get(names.allowPublishForAnonymous))
                .allowPresenceForClient(in.get(names.allowPresenceForClient))
                .allowPresenceForSubscriber(in.get(names.allowPresenceForSubscriber))
                .allowPresenceForAnonymous(in.get(names.allowPresenceForAnonymous))
                .allowHistoryForClient(in.get(names.allowHistoryForClient))
                .allowHistoryForSubscriber(in.get(names.allowHistoryForSubscriber))
                .allowHistoryForAnonymous(in.get(names.allowHistoryForAnonymous))
                .allowUserLimitedChannels(in.get(names.allowUserLimitedChannels));
    }

    private static void proxy(
            SettingValues in,
            Setting<Boolean> enabled,
            Setting<String> name,
            Function<String, NamespaceOptionsBuilder> builder) {
        Optional.of(in.get(name)).filter(each -> in.get(enabled)).ifPresent(builder::apply);
    }

    private static DataFormat format(String word) {
        return DataFormat.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Delivery delivery(String word) {
        return Delivery.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
