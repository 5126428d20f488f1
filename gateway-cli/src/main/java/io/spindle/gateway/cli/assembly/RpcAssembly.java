package io.spindle.gateway.cli.assembly;

import io.spindle.gateway.api.rpc.RpcHandler;
import io.spindle.gateway.cli.config.ConfigOptions;
import io.spindle.gateway.cli.config.RpcNamespaceOptions;
import io.spindle.gateway.cli.config.RpcOptions;
import io.spindle.gateway.cli.settings.SettingValues;
import io.spindle.gateway.proxy.HttpProxies;
import io.spindle.gateway.proxy.RpcNamespaces;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who answers remote calls. */
final class RpcAssembly {
    private final SettingValues root;
    private final Backends backends;
    private final HttpProxies proxies;

    RpcAssembly(SettingValues root, Backends backends, HttpProxies proxies) {
        this.root = root;
        this.backends = backends;
        this.proxies = proxies;
    }

    /** Empty if nobody does, so that there are no methods. */
    Optional<RpcHandler> handler() {
        RpcOptions rpc = ConfigOptions.ROOT.rpc;
        Optional<String> ping = Optional.of(root.get(rpc.pingMethod)).filter(method -> root.get(rpc.pingEnabled));
        Optional<RpcHandler> without = backend(root, rpc.withoutNamespace);
        Map<String, Optional<RpcHandler>> namespaces = new HashMap<>();
        for (SettingValues entry : root.entries(rpc.namespaces)) {
            namespaces.put(entry.get(RpcOptions.ENTRY.name), backend(entry, RpcOptions.ENTRY.options));
        }
        return ping.isEmpty() && without.isEmpty() && namespaces.isEmpty()
                ? Optional.empty()
                : Optional.of(new RpcNamespaces(root.get(rpc.namespaceBoundary), ping, without, namespaces));
    }

    private Optional<RpcHandler> backend(SettingValues values, RpcNamespaceOptions options) {
        return Optional.of(values.get(options.proxyName))
                .filter(name -> values.get(options.proxyEnabled))
                .flatMap(name -> backends.named(ConfigOptions.ROOT.rpc.proxy, name))
                .map(proxies::rpc);
    }
}
