package io.spindle.gateway.cli.serve;

import io.spindle.gateway.Gateway;
import io.spindle.gateway.cli.settings.ListenerSettings;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingValues;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a running gateway is reached, as URLs to copy.
 *
 * @param page something for a browser to show from where it may connect to {@code websocket}
 * @param presence absent if no port is open for it
 * @param metrics absent if no port is open for them
 */
record Addresses(String websocket, String page, Optional<String> presence, Optional<String> metrics) {
    private static final Set<String> ALL_INTERFACES = Set.of("", "0.0.0.0", "::", "[::]");

    static Addresses of(Gateway gateway, SettingValues values) {
        String clients = host(values, ListenerSettings.WEBSOCKET_BIND_ADDRESS) + ":" + gateway.port();
        return new Addresses(
                "ws://" + clients + "/connection/websocket",
                "http://" + clients + "/health",
                values.find(ListenerSettings.HTTP_PORT)
                        .map(port -> "http://" + host(values, ListenerSettings.HTTP_BIND_ADDRESS) + ":"
                                + gateway.httpPort() + "/channels/{channel}/presence"),
                values.find(ListenerSettings.METRICS_PORT)
                        .map(port -> "http://" + host(values, ListenerSettings.METRICS_BIND_ADDRESS) + ":"
                                + gateway.metricsPort() + "/metrics"));
    }

    /** All of them in one line. */
    String line() {
        return Stream.of(Optional.of(websocket), presence, metrics)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private static String host(SettingValues values, Setting<String> own) {
        String address = values.find(own)
                .or(() -> values.find(ListenerSettings.BIND_ADDRESS))
                .orElse("");
        if (ALL_INTERFACES.contains(address)) {
            return "localhost";
        }
        return address.contains(":") && !address.startsWith("[") ? "[" + address + "]" : address;
    }
}
