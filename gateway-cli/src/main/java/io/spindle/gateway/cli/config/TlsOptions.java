package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.Kinds;
import io.spindle.gateway.cli.settings.Section;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingBlock;

/** A TLS object: how one side of a connection shows who it is, and checks the other. */
public final class TlsOptions extends SettingBlock {
    public final Setting<Boolean> enabled = onOff("enabled", "Whether TLS is used; nothing else counts if not.");
    public final Setting<String> certPem =
            option("cert_pem", Kinds.pemSource(), "Own certificate, with its chain; used together with key_pem.");
    public final Setting<String> keyPem = option("key_pem", Kinds.pemSource(), "Key of the own certificate.");
    public final Setting<String> serverCaPem =
            option("server_ca_pem", Kinds.pemSource(), "Roots that a server's certificate is checked with.");
    public final Setting<String> clientCaPem = option(
            "client_ca_pem", Kinds.pemSource(), "Roots for the certificates that clients must show; none: not asked.");
    public final Setting<Boolean> insecureSkipVerify =
            onOff("insecure_skip_verify", "Whether a server's certificate is not checked.");
    public final Setting<String> serverName =
            option("server_name", Kinds.text(), "Name that a server's certificate is checked for.");

    public TlsOptions(String path) {
        super(Section.TLS, path);
    }
}
