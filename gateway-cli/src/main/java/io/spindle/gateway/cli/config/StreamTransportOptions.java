package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.EntryList;
import io.spindle.gateway.cli.settings.Kinds;
import io.spindle.gateway.cli.settings.Section;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingBlock;

/** A transport over HTTP: {@code sse}, {@code http_stream}, {@code uni_sse}, {@code uni_http_stream}. */
public final class StreamTransportOptions extends SettingBlock {
    /** Of the entries of {@code connect_code_to_http_response.transforms}. */
    public static final ResponseTransformOptions RESPONSE_TRANSFORM = new ResponseTransformOptions();

    public final Setting<Boolean> enabled = onOff("enabled", "Whether clients may connect in this way.");
    public final Setting<String> handlerPrefix;
    public final Setting<Integer> maxRequestBodySize = option(
            "max_request_body_size", Kinds.count(1, 64 << 20), "65536", "Bytes in a connect request; above, 413.");

    private StreamTransportOptions(String name) {
        super(Section.TRANSPORT, name);
        handlerPrefix = option("handler_prefix", Paths.kind(), "/connection/" + name, "Path of it.");
    }

    static StreamTransportOptions bidirectional(String name) {
        return new StreamTransportOptions(name);
    }

    static Unidirectional unidirectional(String name) {
        return new Unidirectional(name);
    }

    /** A transport that only the server sends on, once a client is connected. */
    public static final class Unidirectional extends SettingBlock {
        public final StreamTransportOptions transport;
        public final Setting<Boolean> responsesEnabled = onOff(
                "connect_code_to_http_response.enabled",
                "Whether a failed connect is answered over HTTP, with 500 for codes that are not listed.");
        public final EntryList responses =
                entries("connect_code_to_http_response.transforms", RESPONSE_TRANSFORM, "Which code is answered how.");

        private Unidirectional(String name) {
            super(Section.TRANSPORT, name);
            transport = within(new StreamTransportOptions(name));
        }
    }
}
