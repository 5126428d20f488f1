package io.spindle.gateway.cli.assembly;

import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.auth.SubscriptionTokens;
import io.spindle.gateway.cli.config.ConfigOptions;
import io.spindle.gateway.cli.config.NamespaceOptions;
import io.spindle.gateway.cli.config.ProxyOptions;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingValues;
import io.spindle.gateway.policy.namespace.ChannelNamespaces;
import io.spindle.gateway.policy.namespace.NamespacePolicy;
import io.spindle.gateway.policy.namespace.NamespacePolicyBuilder;
import io.spindle.gateway.proxy.HttpProxies;
import io.spindle.gateway.proxy.ProxySettings;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who decides in channels: their namespaces, and the backends that these name. */
final class ChannelAssembly {
    private final SettingValues root;
    private final ChannelNamespaces namespaces;
    private final Backends backends;
    private final HttpProxies proxies;
    private final Function<String, Optional<ChannelOptions>> options;

    ChannelAssembly(SettingValues root, ChannelNamespaces namespaces, Backends backends, HttpProxies proxies) {
        this.root = root;
        this.namespaces = namespaces;
        this.backends = backends;
        this.proxies = proxies;
        this.options = namespaces::options;
    }

    ChannelPolicy policy(Optional<SubscriptionTokens> tokens) {
        io.spindle.gateway.cli.config.ChannelOptions channel = ConfigOptions.ROOT.channel;
        NamespacePolicyBuilder builder =
                NamespacePolicy.builder(namespaces).insecure(root.get(ConfigOptions.ROOT.client.insecure));
        tokens.ifPresent(builder::subscriptionTokens);
        for (String name : names(each -> each.subscribeProxyEnabled, each -> each.subscribeProxyName)) {
            // who refreshes is the namespace's business, not the proxy's
            backend(channel.subscribeProxy, name)
                    .ifPresent(
                            each -> builder.subscribeProxy(name, proxies.subscribe(each, options, Refresh.BY_CLIENT)));
        }
        for (String name : names(each -> each.publishProxyEnabled, each -> each.publishProxyName)) {
            backend(channel.publishProxy, name)
                    .ifPresent(each -> builder.publishProxy(name, proxies.publish(each, options)));
        }
        for (String name : names(each -> each.subRefreshProxyEnabled, each -> each.subRefreshProxyName)) {
            backend(channel.subRefreshProxy, name)
                    .ifPresent(each -> builder.subRefreshProxy(name, proxies.subRefresh(each, options)));
        }
        return builder.build();
    }

    /** Makes all backends, so that the faults of all are told. */
    void findBackends() {
        io.spindle.gateway.cli.config.ChannelOptions channel = ConfigOptions.ROOT.channel;
        names(each -> each.subscribeProxyEnabled, each -> each.subscribeProxyName)
                .forEach(name -> backend(channel.subscribeProxy, name));
        names(each -> each.publishProxyEnabled, each -> each.publishProxyName)
                .forEach(name -> backend(channel.publishProxy, name));
        names(each -> each.subRefreshProxyEnabled, each -> each.subRefreshProxyName)
                .forEach(name -> backend(channel.subRefreshProxy, name));
    }

    private Optional<ProxySettings> backend(ProxyOptions ofDefault, String name) {
        return backends.named(ofDefault, name);
    }

    /** The names of the proxies that namespaces use, each once. */
    private Set<String> names(
            Function<NamespaceOptions, Setting<Boolean>> enabled, Function<NamespaceOptions, Setting<String>> name) {
        Set<String> names = new TreeSet<>();
        NamespaceOptions without = ConfigOptions.ROOT.channel.withoutNamespace;
        NamespaceOptions within = io.spindle.gateway.cli.config.ChannelOptions.ENTRY.options;
        Stream.of(root)
                .filter(values -> values.get(enabled.apply(without)))
                .forEach(values -> names.add(values.get(name.apply(without))));
        root.entries(ConfigOptions.ROOT.channel.namespaces).stream()
                .filter(values -> values.get(enabled.apply(within)))
                .forEach(values -> names.add(values.get(name.apply(within))));
        return names;
    }
}
