package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.Kinds;
import io.spindle.gateway.cli.settings.Section;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingBlock;

/** {@code http_server}: ports and TLS. */
public final class HttpServerOptions extends SettingBlock {
    public final Setting<Integer> internalPort = option(
            "internal_port", Kinds.port(), "Port for the server API, health and metrics; http_server.port if not set.");
    public final Setting<String> internalAddress =
            option("internal_address", Kinds.address(), "Address of that port; as http_server.address if not set.");
    public final TlsOptions tls = within(new TlsOptions("http_server.tls"));
    public final Setting<Boolean> tlsExternal = onOff("tls_external", "Whether tls is for http_server.port alone.");
    public final TlsOptions internalTls = within(new TlsOptions("http_server.internal_tls"));
    public final Setting<Boolean> h2cExternal = lacking("h2c_external", "HTTP/2 without TLS on http_server.port");
    public final Setting<Boolean> http3 = lacking("http3.enabled", "HTTP/3 on http_server.port");
    public final Setting<Boolean> autocert =
            lacking("tls_autocert.enabled", "certificates from an ACME authority such as Let's Encrypt");

    HttpServerOptions() {
        super(Section.HTTP_SERVER, "http_server");
        ignored(
                "tls_autocert.host_whitelist",
                "tls_autocert.cache_dir",
                "tls_autocert.email",
                "tls_autocert.server_name",
                "tls_autocert.http",
                "tls_autocert.http_addr");
    }
}
