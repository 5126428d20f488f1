package io.spindle.gateway.cli.settings;

import io.spindle.gateway.http.origin.TrustedProxies;
import java.util.List;
import java.util.Optional;

/** Where the gateway listens. */
public final class ListenerSettings {
    private static final Kind<String> ADDRESS = Kinds.address();

    public static final Setting<Integer> WEBSOCKET_PORT = Setting.of(
                    Section.LISTENERS,
                    "WEBSOCKET_PORT",
                    Kinds.port(),
                    "8000",
                    "Port for clients; 0 takes any free one, here and below.")
            .at("http_server.port");

    public static final Setting<Integer> HTTP_PORT = Setting.of(
                    Section.LISTENERS,
                    "HTTP_PORT",
                    Kinds.port(),
                    "3000",
                    "Port for presence over HTTP and health. Ports with the same number share one listener.")
            .atOwn("presence_http.port")
            .withFile(Kinds.port(), Optional.empty());

    public static final Setting<Integer> METRICS_PORT = Setting.of(
                    Section.LISTENERS, "METRICS_PORT", Kinds.port(), "2112", "Port for Prometheus metrics.")
            .atOwn("metrics_http.port")
            .withFile(Kinds.port(), Optional.empty());

    public static final Setting<String> BIND_ADDRESS = Setting.optional(
                    Section.LISTENERS,
                    "BIND_ADDRESS",
                    ADDRESS,
                    "Address that all ports are opened on; all interfaces if not set.")
            .atOwn("bind_address");

    public static final Setting<String> WEBSOCKET_BIND_ADDRESS = Setting.optional(
                    Section.LISTENERS, "WEBSOCKET_BIND_ADDRESS", ADDRESS, "The same, for WEBSOCKET_PORT alone.")
            .at("http_server.address");

    public static final Setting<String> HTTP_BIND_ADDRESS = Setting.optional(
                    Section.LISTENERS, "HTTP_BIND_ADDRESS", ADDRESS, "The same, for HTTP_PORT alone.")
            .atOwn("presence_http.address");

    public static final Setting<String> METRICS_BIND_ADDRESS = Setting.optional(
                    Section.LISTENERS, "METRICS_BIND_ADDRESS", ADDRESS, "The same, for METRICS_PORT alone.")
            .atOwn("metrics_http.address");

    public static final Setting<List<String>> TRUSTED_PROXIES = Setting.optional(
                    Section.LISTENERS,
                    "SPINDLE_TRUSTED_PROXIES",
                    Kinds.words(
                            "<address>",
                            "addresses or networks separated by spaces, such as 10.0.0.7 or 10.0.0.0/8",
                            word -> Kinds.isAccepted(() -> TrustedProxies.of(List.of(word)))),
                    "Addresses of the proxies whose forwarded headers count; none if not set.")
            .atOwn("trusted_proxies");

    static final List<Setting<?>> ALL = List.of(
            WEBSOCKET_PORT,
            HTTP_PORT,
            METRICS_PORT,
            BIND_ADDRESS,
            WEBSOCKET_BIND_ADDRESS,
            HTTP_BIND_ADDRESS,
            METRICS_BIND_ADDRESS,
            TRUSTED_PROXIES);

    private ListenerSettings() {}
}
