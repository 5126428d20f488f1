package io.spindle.gateway.cli.assembly;

import io.spindle.gateway.Gateway;
import io.spindle.gateway.GatewayBuilder;
import io.spindle.gateway.Listener;
import io.spindle.gateway.cli.config.ConfigOptions;
import io.spindle.gateway.cli.config.HttpServerOptions;
import io.spindle.gateway.cli.config.TlsOptions;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.ListenerSettings;
import io.spindle.gateway.cli.settings.SettingValues;
import io.spindle.gateway.http.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/** The ports of a file: one for clients, and one for what is of the inside, which may be the same. */
final class ListenerAssembly {
    private final SettingValues root;
    private final HttpServerOptions server = ConfigOptions.ROOT.httpServer;
    private final ServedEndpoints endpoints;
    private final Optional<SSLContext> tls;
    private final Optional<SSLContext> internalTls;

    ListenerAssembly(SettingValues root, Consumer<Fault> faults) {
        this.root = root;
        this.endpoints = new ServedEndpoints(root);
        this.tls = context(server.tls, faults);
        this.internalTls = context(server.internalTls, faults);
    }

    private Optional<SSLContext> context(TlsOptions names, Consumer<Fault> faults) {
        return root.get(names.enabled) ? new TlsAssembly(root, names, faults).server() : Optional.empty();
    }

    void addTo(GatewayBuilder builder) {
        if (!root.get(server.tlsExternal)) {
            tls.ifPresent(builder::tls);
        }
        builder.listener(new Listener(
                root.nameOf(ListenerSettings.WEBSOCKET_PORT),
                externalAddress(),
                externalPort(),
                endpoints.external(),
                tls));
        Set<Endpoint> internal = endpoints.internal();
        if (!internal.isEmpty()) {
            builder.listener(new Listener(
                    root.nameOf(isSeparate() ? server.internalPort : ListenerSettings.WEBSOCKET_PORT),
                    internalAddress(),
                    internalPort(),
                    internal,
                    isSeparate() ? internalTls : tls));
        }
    }

    /** Where the gateway is reached, as URLs to copy. */
    List<String> addresses(Gateway gateway) {
        List<String> urls = new ArrayList<>();
        boolean internalIsSecure = isSeparate()
                ? internalTls.isPresent() || tls.isPresent() && !root.get(server.tlsExternal)
                : tls.isPresent();
        endpoints.paths().forEach((endpoint, path) -> {
            boolean external = endpoints.external().contains(endpoint);
            boolean secure = external ? tls.isPresent() : internalIsSecure;
            String host = Hosts.shown(external ? externalAddress() : internalAddress());
            urls.add(scheme(endpoint, secure) + host + ":" + gateway.port(endpoint) + path);
        });
        return urls;
    }

    private static String scheme(Endpoint endpoint, boolean secure) {
        boolean websocket = endpoint == Endpoint.WEBSOCKET || endpoint == Endpoint.UNI_WEBSOCKET;
        return (websocket ? "ws" : "http") + (secure ? "s" : "") + "://";
    }

    private boolean isSeparate() {
        return internalPort() != externalPort() || !internalAddress().equals(externalAddress());
    }

    private int externalPort() {
        return root.get(ListenerSettings.WEBSOCKET_PORT);
    }

    private int internalPort() {
        return root.find(server.internalPort).orElse(externalPort());
    }

    private Optional<String> externalAddress() {
        return root.find(ListenerSettings.WEBSOCKET_BIND_ADDRESS).or(() -> root.find(ListenerSettings.BIND_ADDRESS));
    }

    private Optional<String> internalAddress() {
        return root.find(server.internalAddress).or(this::externalAddress);
    }
}
