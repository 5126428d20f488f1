package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.Disclosure;
import io.spindle.gateway.cli.settings.EntryList;
import io.spindle.gateway.cli.settings.Kinds;
import io.spindle.gateway.cli.settings.Section;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingBlock;
import io.spindle.gateway.cli.settings.TextMap;
import java.time.Duration;
import java.util.List;

/** A backend that is asked for decisions. */
public final class ProxyOptions extends SettingBlock {
    /** Of the entries of every proxy's {@code http.status_to_code_transforms}. */
    public static final TransformOptions TRANSFORM = new TransformOptions();

    public final Setting<String> endpoint =
            option("endpoint", Kinds.text().disclosing(Disclosure.NO_CREDENTIALS), "Where it is: http:// or https://.");
    public final Setting<Duration> timeout =
            duration("timeout", Duration.ofMillis(1), Duration.ofMinutes(5), "1s", "How long a call may take.");
    public final Setting<List<String>> httpHeaders = option(
            "http_headers",
            Kinds.words("<name>", "names of headers", word -> true),
            "Headers of the client's own" + " request that are passed on.");
    public final Setting<List<String>> emulatedHeaders = option(
            "emulated_headers",
            Kinds.words("<name>", "names of headers", word -> true),
            "Headers of the client's connect command that are passed on.");
    public final Setting<Boolean> binaryEncoding = onOff("binary_encoding", "Whether data travels in base64.");
    public final Setting<Boolean> includeConnectionMeta =
            onOff("include_connection_meta", "Whether calls carry the connection's meta.");
    public final Setting<TextMap> staticHeaders =
            option("http.static_headers", Kinds.textMap(), "Headers that are always sent.");
    public final TlsOptions httpTls;
    public final EntryList transforms =
            entries("http.status_to_code_transforms", TRANSFORM, "What the statuses of the backend mean.");

    public ProxyOptions(String path) {
        super(Section.PROXY, path);
        httpTls = within(new TlsOptions(path("http.tls")));
        ignored("grpc", "grpc_metadata");
    }
}
