package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.file.FileValue.Fields;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.NearestName;
import io.spindle.gateway.cli.settings.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys of a file that are no settings: each stops the start, and names what was probably meant. */
final class UnknownKeys {
    /** Of versions 3 to 5 of Centrifugo, where the new name does not resemble the old one. */
    private static final Map<String, String> RENAMED = Map.ofEntries(
            Map.entry("token_hmac_secret_key", "client.token.hmac_secret_key"),
            Map.entry("token_rsa_public_key", "client.token.rsa_public_key"),
            Map.entry("token_ecdsa_public_key", "client.token.ecdsa_public_key"),
            Map.entry("token_jwks_public_endpoint", "client.token.jwks_public_endpoint"),
            Map.entry("allowed_origins", "client.allowed_origins"),
            Map.entry("api_key", "http_api.key"),
            Map.entry("api_insecure", "http_api.insecure"),
            Map.entry("namespaces", "channel.namespaces"),
            Map.entry("presence", "channel.without_namespace.presence"),
            Map.entry("join_leave", "channel.without_namespace.join_leave"),
            Map.entry("history_size", "channel.without_namespace.history_size"),
            Map.entry("history_ttl", "channel.without_namespace.history_ttl"),
            Map.entry("force_recovery", "channel.without_namespace.force_recovery"),
            Map.entry("allow_subscribe_for_client", "channel.without_namespace.allow_subscribe_for_client"),
            Map.entry("allow_publish_for_client", "channel.without_namespace.allow_publish_for_client"),
            Map.entry("admin_password", "admin.password"),
            Map.entry("redis_address", "engine.redis.address"),
            Map.entry("redis_url", "workers.redis.url"),
            Map.entry("port", "http_server.port"),
            Map.entry("address", "http_server.address"),
            Map.entry("internal_port", "http_server.internal_port"),
            Map.entry("log_level", "log.level"),
            Map.entry("proxy_connect_endpoint", "client.proxy.connect.endpoint"),
            Map.entry("proxy_refresh_endpoint", "client.proxy.refresh.endpoint"),
            Map.entry("proxy_rpc_endpoint", "rpc.proxy.endpoint"));

    private UnknownKeys() {}

    static List<Fault> faults(Fields file) {
        List<Setting<?>> settings = ConfigOptions.table();
        KnownKeys known = KnownKeys.of(settings, ConfigOptions.ROOT.lists());
        List<String> paths = settings.stream().<String>map(Setting::path).toList();
        List<Fault> faults = new ArrayList<>();
        known.check(file, (path, among) -> faults.add(fault(path, among, paths)));
        return faults;
    }

    private static Fault fault(String path, KnownKeys among, List<String> paths) {
        String expected = meant(path, among, paths)
                .map(name -> "a setting of the reference; nearest: " + name)
                .orElse("a setting of the reference");
        return Fault.at(path, "no such setting", expected);
    }

    private static Optional<String> meant(String path, KnownKeys among, List<String> paths) {
        String before = path.substring(0, path.lastIndexOf('.') + 1);
        String key = path.substring(before.length());
        return Optional.ofNullable(RENAMED.get(path))
                .or(() -> NearestName.of(key, among.names()).map(name -> before + name))
                .or(() -> NearestName.of(path, paths))
                .or(() ->
                        paths.stream().filter(each -> each.endsWith('.' + key)).findFirst());
    }
}
