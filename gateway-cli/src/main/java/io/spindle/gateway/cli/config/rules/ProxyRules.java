package io.spindle.gateway.cli.config.rules;

import io.spindle.gateway.cli.config.ChannelOptions;
import io.spindle.gateway.cli.config.ConfigOptions;
import io.spindle.gateway.cli.config.NamespaceOptions;
import io.spindle.gateway.cli.config.ProxyOptions;
import io.spindle.gateway.cli.config.RpcNamespaceOptions;
import io.spindle.gateway.cli.config.RpcOptions;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.NearestName;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingValues;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What must hold for the proxies that are used. Used once, by one thread. */
final class ProxyRules {
    private static final String DEFAULT = "default";

    private final SettingValues root;
    private final Consumer<Fault> faults;
    private final List<String> names;
    private final Set<ProxyOptions> checked = new HashSet<>();

    ProxyRules(SettingValues root, Consumer<Fault> faults) {
        this.root = root;
        this.faults = faults;
        this.names = root.entries(ConfigOptions.ROOT.proxies).stream()
                .flatMap(entry -> entry.find(ConfigOptions.PROXY.name).stream())
                .toList();
    }

    /** The proxies of connections and remote calls, and those with names, used or not. */
    void check() {
        ConfigOptions options = ConfigOptions.ROOT;
        if (root.get(options.client.connectProxyEnabled)) {
            endpoint(root, options.client.connectProxy);
        }
        if (root.get(options.client.refreshProxyEnabled)) {
            endpoint(root, options.client.refreshProxy);
        }
        rpc(root, options.rpc.withoutNamespace);
        root.entries(options.rpc.namespaces).forEach(entry -> rpc(entry, RpcOptions.ENTRY.options));
        root.entries(options.proxies).forEach(entry -> endpoint(entry, ConfigOptions.PROXY.proxy));
    }

    private void rpc(SettingValues values, RpcNamespaceOptions options) {
        used(values, options.proxyEnabled, options.proxyName, ConfigOptions.ROOT.rpc.proxy);
    }

    /** The proxies that a namespace of channels uses. */
    void used(SettingValues values, NamespaceOptions options) {
        ChannelOptions channel = ConfigOptions.ROOT.channel;
        used(values, options.subscribeProxyEnabled, options.subscribeProxyName, channel.subscribeProxy);
        used(values, options.publishProxyEnabled, options.publishProxyName, channel.publishProxy);
        used(values, options.subRefreshProxyEnabled, options.subRefreshProxyName, channel.subRefreshProxy);
    }

    private void used(
            SettingValues values, Setting<Boolean> enabled, Setting<String> nameSetting, ProxyOptions defaultProxy) {
        if (!values.get(enabled)) {
            return;
        }
        String name = values.get(nameSetting);
        if (!name.equals(DEFAULT)) {
            if (!names.contains(name)) {
                faults.accept(values.fault(nameSetting, "the name of an entry of proxies" + nearest(name)));
            }
        } else if (checked.add(defaultProxy)) {
            endpoint(root, defaultProxy);
        }
    }

    private String nearest(String name) {
        return NearestName.of(name, names).map(near -> "; nearest: " + near).orElse("");
    }

    private void endpoint(SettingValues values, ProxyOptions proxy) {
        String endpoint = values.find(proxy.endpoint).orElse("");
        if (endpoint.isEmpty()) {
            faults.accept(values.fault(proxy.endpoint, "a URL that begins with http:// or https://"));
        } else if (!endpoint.startsWith("http://") && !endpoint.startsWith("https://")) {
            // not let pass by --allow-unsupported: a decision that nobody makes is none
            faults.accept(values.fault(
                    proxy.endpoint, "a URL that begins with http:// or https://; gRPC backends are not supported"));
        }
    }
}
