package io.spindle.gateway.cli.assembly;

import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.auth.Authenticator;
import io.spindle.gateway.auth.JwtAuthenticator;
import io.spindle.gateway.cli.config.ClientOptions;
import io.spindle.gateway.cli.config.ConfigOptions;
import io.spindle.gateway.cli.settings.AccessSettings;
import io.spindle.gateway.cli.settings.SettingValues;
import io.spindle.gateway.policy.namespace.ChannelNamespaces;
import io.spindle.gateway.policy.namespace.NamespaceAuthenticator;
import io.spindle.gateway.policy.namespace.NamespaceAuthenticatorBuilder;
import io.spindle.gateway.policy.namespace.SingleConnection;
import io.spindle.gateway.proxy.ConnectProxy;
import io.spindle.gateway.proxy.HttpProxies;
import io.spindle.gateway.proxy.ProxyAuthenticator;
import io.spindle.gateway.proxy.RefreshProxy;
import java.util.Optional;

/** Who connects. */
final class ConnectAssembly {
    private final SettingValues root;
    private final Backends backends;
    private final HttpProxies proxies;
    private final ClientOptions client = ConfigOptions.ROOT.client;

    ConnectAssembly(SettingValues root, Backends backends, HttpProxies proxies) {
        this.root = root;
        this.backends = backends;
        this.proxies = proxies;
    }

    Authenticator authenticator(
            ChannelNamespaces namespaces, Optional<JwtAuthenticator> tokens, SingleConnection singleConnection) {
        NamespaceAuthenticatorBuilder builder = NamespaceAuthenticator.builder(namespaces)
                .allowAnonymousConnectWithoutToken(root.get(AccessSettings.ANONYMOUS))
                .insecure(root.get(client.insecure));
        tokens.ifPresent(builder::tokens);
        root.find(client.userIdHttpHeader).ifPresent(builder::userIdHttpHeader);
        connectProxy().ifPresent(proxy -> builder.connectProxy(proxy::ask));
        refreshProxy().ifPresent(proxy -> builder.refreshProxy(proxy::prolong));
        if (root.get(client.personalChannelEnabled)) {
            builder.personalChannel(root.find(client.personalChannelNamespace).orElse(""));
            if (root.get(client.personalChannelSingleConnection)) {
                builder.singleConnection(singleConnection);
            }
        }
        return builder.build();
    }

    /** Where another policy than that of namespaces decides in channels; empty if nobody could connect. */
    Optional<Authenticator> beside(Optional<JwtAuthenticator> tokens) {
        Optional<ConnectProxy> connect = connectProxy();
        Optional<RefreshProxy> refresh = refreshProxy();
        boolean alone = connect.isEmpty() && refresh.isEmpty();
        return tokens.map(verifier -> alone ? verifier : new ProxyAuthenticator(verifier, connect, refresh));
    }

    private Optional<ConnectProxy> connectProxy() {
        Refresh refresh = root.get(client.refreshProxyEnabled) ? Refresh.BY_GATEWAY : Refresh.BY_CLIENT;
        return Optional.of(client.connectProxy)
                .filter(place -> root.get(client.connectProxyEnabled))
                .flatMap(backends::at)
                .map(settings -> proxies.connect(settings, refresh));
    }

    private Optional<RefreshProxy> refreshProxy() {
        return Optional.of(client.refreshProxy)
                .filter(place -> root.get(client.refreshProxyEnabled))
                .flatMap(backends::at)
                .map(proxies::refresh);
    }
}
