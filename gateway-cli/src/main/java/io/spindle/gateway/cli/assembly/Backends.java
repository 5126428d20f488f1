package io.spindle.gateway.cli.assembly;

import io.spindle.gateway.cli.config.ConfigOptions;
import io.spindle.gateway.cli.config.NamedProxyOptions;
import io.spindle.gateway.cli.config.ProxyOptions;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.SettingValues;
import io.spindle.gateway.proxy.ProxySettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The backends of a configuration, each made once, so that its faults are told once. Used by one thread. */
final class Backends {
    private static final String DEFAULT = "default";

    private final SettingValues root;
    private final ProxyAssembly assembly;
    private final Map<String, Optional<ProxySettings>> made = new HashMap<>();

    Backends(SettingValues root, ProxyAssembly assembly) {
        this.root = root;
        this.assembly = assembly;
    }

    /** The backend of one place. Empty, with a {@link Fault}, if it can't be used. */
    Optional<ProxySettings> at(ProxyOptions place) {
        return made.computeIfAbsent(place.endpoint.path(), path -> assembly.settings(root, place));
    }

    /** The headers of clients that those found so far copy. */
    Set<String> keptHeaders() {
        return made.values().stream()
                .flatMap(Optional::stream)
                .flatMap(settings -> settings.keptHeaders().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The backend that a {@code proxy_name} means. */
    Optional<ProxySettings> named(ProxyOptions ofDefault, String name) {
        if (name.equals(DEFAULT)) {
            return at(ofDefault);
        }
        NamedProxyOptions entry = ConfigOptions.PROXY;
        return made.computeIfAbsent(
                "proxies." + name,
                path -> root.entries(ConfigOptions.ROOT.proxies).stream()
                        .filter(values -> values.get(entry.name).equals(name))
                        .findFirst()
                        .flatMap(values -> assembly.settings(values, entry.proxy)));
    }
}
