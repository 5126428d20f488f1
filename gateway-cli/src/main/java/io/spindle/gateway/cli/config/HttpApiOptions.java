package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.Kinds;
import io.spindle.gateway.cli.settings.Section;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingBlock;
import java.util.Optional;

/** {@code http_api}: the server API. */
public final class HttpApiOptions extends SettingBlock {
    public final Setting<Boolean> disabled = onOff("disabled", "Whether there is no server API.");
    public final Setting<Boolean> insecure = onOff("insecure", "Whether the server API asks for no key.");
    public final Setting<Boolean> external =
            onOff("external", "Whether it is on http_server.port though there is an internal port.");
    public final Setting<String> handlerPrefix = option("handler_prefix", Paths.kind(), "/api", "Path of it.");
    public final Setting<String> errorMode = option(
            "error_mode",
            Kinds.oneOf("transport"),
            "transport: errors are also HTTP statuses; if not set, all is 200.");
    public final Setting<Integer> maxRequestBodySize = own(
            "max_request_body_size",
            Kinds.count(256, 100 << 20),
            Optional.of("4194304"),
            "Bytes in a request; above, 413.");
    public final Setting<Integer> maxRequests = own(
            "max_requests",
            Kinds.count(1, 100_000),
            Optional.of("512"),
            "Requests that are read or answered at once; above, 503.");

    HttpApiOptions() {
        super(Section.ENDPOINT, "http_api");
    }
}
