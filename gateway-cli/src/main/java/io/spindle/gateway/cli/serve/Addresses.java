package io.spindle.gateway.cli.serve;

import io.spindle.gateway.Gateway;
import io.spindle.gateway.cli.assembly.Hosts;
import io.spindle.gateway.cli.settings.ListenerSettings;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingValues;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a running gateway is reached, as URLs to copy.
 *
 * @param clients where clients connect, and what stands beside
 * @param presence absent if no port is open for it
 * @param metrics absent if no port is open for them
 */
record Addresses(List<String> clients, Optional<String> presence, Optional<String> metrics) {

    /** Those of a start without a file. */
    static Addresses of(Gateway gateway, SettingValues values) {
        String host = host(values, ListenerSettings.WEBSOCKET_BIND_ADDRESS);
        return of(List.of("ws://" + host + ":" + gateway.port() + "/connection/websocket"), gateway, values);
    }

    /** @param clients those of a file */
    static Addresses of(List<String> clients, Gateway gateway, SettingValues values) {
        return new Addresses(
                clients,
                values.find(ListenerSettings.HTTP_PORT)
                        .map(port -> "http://" + host(values, ListenerSettings.HTTP_BIND_ADDRESS) + ":"
                                + gateway.httpPort() + "/channels/{channel}/presence"),
                values.find(ListenerSettings.METRICS_PORT)
                        .map(port -> "http://" + host(values, ListenerSettings.METRICS_BIND_ADDRESS) + ":"
                                + gateway.metricsPort() + "/metrics"));
    }

    /** Where clients connect over WebSocket, if they may. */
    Optional<String> websocket() {
        return clients.stream().filter(url -> url.startsWith("ws")).findFirst();
    }

    /** All of them in one line. */
    String line() {
        return String.join(
                " ",
                Stream.of(clients.stream(), presence.stream(), metrics.stream())
                        .flatMap(urls -> urls)
                        .toList());
    }

    private static String host(SettingValues values, Setting<String> own) {
        return Hosts.shown(values.find(own).or(() -> values.find(ListenerSettings.BIND_ADDRESS)));
    }
}
