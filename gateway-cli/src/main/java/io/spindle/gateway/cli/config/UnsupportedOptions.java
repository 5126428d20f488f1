package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.EntryList;
import io.spindle.gateway.cli.settings.Kinds;
import io.spindle.gateway.cli.settings.Section;
import io.spindle.gateway.cli.settings.SettingBlock;

/** What Centrifugo has beyond; accepted where it is off. */
public final class UnsupportedOptions extends SettingBlock {
    /** Of the entries of {@code consumers}. */
    public static final ConsumerOptions CONSUMER = new ConsumerOptions();

    public final EntryList consumers =
            named("consumers", CONSUMER.name, CONSUMER, "Not supported: commands of the server API from queues.");

    UnsupportedOptions() {
        super(Section.UNSUPPORTED, "");
        lacking("admin.enabled", "a web interface for administrators");
        ignored(
                "admin.password",
                "admin.secret",
                "admin.insecure",
                "admin.external",
                "admin.handler_prefix",
                "admin.web_path",
                "admin.web_proxy_address");
        lacking("swagger.enabled", "a web page that describes the server API");
        ignored("swagger.handler_prefix");
        lacking("debug.enabled", "the profiler of Go; a JVM is looked at with its own tools");
        ignored("debug.handler_prefix");
        lacking("grpc_api.enabled", "the server API over gRPC; the one over HTTP has the same methods");
        ignored(
                "grpc_api.address",
                "grpc_api.port",
                "grpc_api.key",
                "grpc_api.tls",
                "grpc_api.error_mode",
                "grpc_api.reflection",
                "grpc_api.max_receive_message_size");
        lacking("uni_grpc.enabled", "unidirectional clients over gRPC");
        ignored("uni_grpc.address", "uni_grpc.port", "uni_grpc.tls", "uni_grpc.max_receive_message_size");
        lacking("webtransport.enabled", "clients over WebTransport");
        ignored("webtransport.handler_prefix", "webtransport.message_size_limit");
        lacking("graphite.enabled", "sending metrics to Graphite");
        ignored("graphite.host", "graphite.port", "graphite.prefix", "graphite.interval", "graphite.tags");
        lacking("opentelemetry.enabled", "traces for OpenTelemetry");
        ignored("opentelemetry.api", "opentelemetry.consuming", "opentelemetry.google_cloud_adc_auth");
        lacking("shared_poll.hmac_secret_key", Kinds.anything(), "shared poll subscriptions");
        ignored("shared_poll.hmac_previous_secret_key", "shared_poll.hmac_previous_secret_key_valid_until");
    }
}
