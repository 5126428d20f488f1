package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.EntryList;
import io.spindle.gateway.cli.settings.Kinds;
import io.spindle.gateway.cli.settings.Section;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingBlock;
import java.time.Duration;

/** {@code channel}: how channels are named, and what holds in them. */
public final class ChannelOptions extends SettingBlock {
    /** Of the entries of {@code channel.namespaces}. */
    public static final NamedNamespaceOptions ENTRY = new NamedNamespaceOptions();

    public final Setting<String> privatePrefix =
            option("private_prefix", Kinds.text(), "$", "Beginning of channels that need a subscription token.");
    public final Setting<String> namespaceBoundary =
            option("namespace_boundary", Kinds.text(), ":", "What ends the name of the namespace.");
    public final Setting<String> userBoundary =
            option("user_boundary", Kinds.text(), "#", "What the users of a user-limited channel stand behind.");
    public final Setting<String> userSeparator =
            option("user_separator", Kinds.text(), ",", "What stands between these users.");
    public final Setting<Duration> historyMetaTtl = option(
            "history_meta_ttl",
            Kinds.wholeSeconds(Duration.ofSeconds(1), Duration.ofDays(36_500)),
            "720h",
            "How long epoch and offset of a stream are remembered.");
    public final Setting<String> publicationDataFormat = option(
            "publication_data_format",
            Kinds.oneOf("json", "json_object", "binary"),
            "What publications must be where the namespace does not say.");
    public final NamespaceOptions withoutNamespace = within(new NamespaceOptions("channel.without_namespace"));
    public final EntryList namespaces = named("namespaces", ENTRY.name, ENTRY, "The namespaces.");
    public final ProxyOptions subscribeProxy = within(new ProxyOptions("channel.proxy.subscribe"));
    public final ProxyOptions publishProxy = within(new ProxyOptions("channel.proxy.publish"));
    public final ProxyOptions subRefreshProxy = within(new ProxyOptions("channel.proxy.sub_refresh"));

    ChannelOptions() {
        super(Section.CHANNEL, "channel");
        ignored("proxy.subscribe_stream", "proxy.map_publish", "proxy.map_remove", "proxy.shared_poll_refresh");
        lacking("patterns", Kinds.anything(), "namespaces by patterns of channels (of the commercial edition)");
    }
}
