package io.spindle.gateway.cli.config.rules;

import io.spindle.gateway.cli.config.ConfigOptions;
import io.spindle.gateway.cli.config.HttpServerOptions;
import io.spindle.gateway.cli.config.TlsOptions;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What must hold for ports, TLS and the paths of endpoints. */
final class ListenerRules {
    private ListenerRules() {}

    static void check(SettingValues root, Consumer<Fault> faults) {
        HttpServerOptions server = ConfigOptions.ROOT.httpServer;
        certificate(root, server.tls, faults);
        certificate(root, server.internalTls, faults);
        paths(root, faults);
    }

    private static void certificate(SettingValues root, TlsOptions tls, Consumer<Fault> faults) {
        if (!root.get(tls.enabled)) {
            return;
        }
        for (Setting<String> pem : List.of(tls.certPem, tls.keyPem)) {
            if (root.find(pem).isEmpty() && root.given(pem).isEmpty()) {
                faults.accept(root.fault(pem, pem.kind().expected() + ", as " + tls.enabled.path() + " is true"));
            }
        }
    }

    /** Two endpoints at one path would hide each other. */
    private static void paths(SettingValues root, Consumer<Fault> faults) {
        Map<String, Setting<String>> taken = new HashMap<>();
        for (Setting<String> prefix : active(root)) {
            String path = root.get(prefix).replaceAll("/+$", "");
            Setting<String> other = taken.putIfAbsent(path, prefix);
            if (other != null) {
                Setting<String> named = root.given(prefix).isPresent() ? prefix : other;
                Setting<String> rest = named == prefix ? other : prefix;
                faults.accept(root.fault(named, "a path other than that of " + rest.path()));
            }
        }
    }

    private static List<Setting<String>> active(SettingValues root) {
        ConfigOptions options = ConfigOptions.ROOT;
        List<Setting<String>> active = new ArrayList<>();
        add(active, !root.get(options.websocket.disabled), options.websocket.handlerPrefix);
        add(active, root.get(options.sse.enabled), options.sse.handlerPrefix);
        add(active, root.get(options.httpStream.enabled), options.httpStream.handlerPrefix);
        add(
                active,
                root.get(options.sse.enabled) || root.get(options.httpStream.enabled),
                options.emulation.handlerPrefix);
        add(active, root.get(options.uniWebsocket.enabled), options.uniWebsocket.handlerPrefix);
        add(active, root.get(options.uniSse.transport.enabled), options.uniSse.transport.handlerPrefix);
        add(active, root.get(options.uniHttpStream.transport.enabled), options.uniHttpStream.transport.handlerPrefix);
        add(active, root.get(options.init.enabled), options.init.handlerPrefix);
        add(active, !root.get(options.httpApi.disabled), options.httpApi.handlerPrefix);
        add(active, root.get(options.health.enabled), options.health.handlerPrefix);
        add(active, root.get(options.prometheus.endpoint.enabled), options.prometheus.endpoint.handlerPrefix);
        return active;
    }

    private static void add(List<Setting<String>> to, boolean isActive, Setting<String> prefix) {
        if (isActive) {
            to.add(prefix);
        }
    }
}
