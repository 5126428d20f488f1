package io.spindle.gateway.cli.assembly;

import io.spindle.gateway.GatewayBuilder;
import io.spindle.gateway.cli.config.ConfigOptions;
import io.spindle.gateway.cli.config.ResponseTransformOptions;
import io.spindle.gateway.cli.config.StreamTransportOptions;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingValues;
import io.spindle.gateway.http.Endpoint;
import io.spindle.gateway.http.stream.ConnectRefusals;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which endpoints a file has, and where. */
final class ServedEndpoints {
    private final SettingValues root;
    private final ConfigOptions options = ConfigOptions.ROOT;
    private final Map<Endpoint, String> paths = new EnumMap<>(Endpoint.class);

    ServedEndpoints(SettingValues root) {
        this.root = root;
        add(Endpoint.WEBSOCKET, !root.get(options.websocket.disabled), options.websocket.handlerPrefix);
        add(Endpoint.SSE, options.sse);
        add(Endpoint.HTTP_STREAM, options.httpStream);
        add(Endpoint.EMULATION, isEmulated(), options.emulation.handlerPrefix);
        add(Endpoint.INIT, root.get(options.init.enabled), options.init.handlerPrefix);
        add(Endpoint.UNI_WEBSOCKET, root.get(options.uniWebsocket.enabled), options.uniWebsocket.handlerPrefix);
        add(Endpoint.UNI_SSE, options.uniSse.transport);
        add(Endpoint.UNI_HTTP_STREAM, options.uniHttpStream.transport);
        add(Endpoint.API, !root.get(options.httpApi.disabled), options.httpApi.handlerPrefix);
        add(Endpoint.HEALTH, root.get(options.health.enabled), options.health.handlerPrefix);
        add(Endpoint.METRICS, root.get(options.prometheus.endpoint.enabled), options.prometheus.endpoint.handlerPrefix);
    }

    private void add(Endpoint endpoint, StreamTransportOptions transport) {
        add(endpoint, root.get(transport.enabled), transport.handlerPrefix);
    }

    private void add(Endpoint endpoint, boolean enabled, Setting<String> prefix) {
        if (enabled) {
            paths.put(endpoint, path(prefix));
        }
    }

    private boolean isEmulated() {
        return root.get(options.sse.enabled) || root.get(options.httpStream.enabled);
    }

    private String path(Setting<String> prefix) {
        return root.get(prefix).replaceAll("/+$", "");
    }

    /** The path of each endpoint that there is. */
    Map<Endpoint, String> paths() {
        return paths;
    }

    /** On the port for clients. */
    Set<Endpoint> external() {
        Set<Endpoint> external = EnumSet.noneOf(Endpoint.class);
        paths.keySet().stream().filter(this::isExternal).forEach(external::add);
        return external;
    }

    /** On the port of the inside. */
    Set<Endpoint> internal() {
        Set<Endpoint> internal = EnumSet.noneOf(Endpoint.class);
        paths.keySet().stream().filter(endpoint -> !isExternal(endpoint)).forEach(internal::add);
        return internal;
    }

    private boolean isExternal(Endpoint endpoint) {
        return endpoint.isForClients() || endpoint == Endpoint.API && root.get(options.httpApi.external);
    }

    void addTo(GatewayBuilder builder) {
        builder.websocket(paths.containsKey(Endpoint.WEBSOCKET))
                .sse(paths.containsKey(Endpoint.SSE))
                .httpStream(paths.containsKey(Endpoint.HTTP_STREAM))
                .init(paths.containsKey(Endpoint.INIT))
                .uniWebsocket(paths.containsKey(Endpoint.UNI_WEBSOCKET))
                .uniSse(paths.containsKey(Endpoint.UNI_SSE))
                .uniHttpStream(paths.containsKey(Endpoint.UNI_HTTP_STREAM))
                .uniWebsocketJoinPushes(root.get(options.uniWebsocket.joinPushMessages))
                .uniWebsocketDisconnectPush(!root.get(options.uniWebsocket.disableDisconnectPush))
                .operatorPaths(path(options.health.handlerPrefix), path(options.prometheus.endpoint.handlerPrefix));
        paths.forEach((endpoint, path) -> {
            if (endpoint.isForClients() || endpoint == Endpoint.API) {
                builder.path(endpoint, path);
            }
        });
        builder.serverApiInsecure(root.get(options.httpApi.insecure))
                .serverApiTransportErrors(root.find(options.httpApi.errorMode).isPresent())
                .maxServerApiRequests(root.get(options.httpApi.maxRequests))
                .maxRequestBodyBytes(Endpoint.API, root.get(options.httpApi.maxRequestBodySize));
        bodySize(builder, Endpoint.SSE, options.sse);
        bodySize(builder, Endpoint.HTTP_STREAM, options.httpStream);
        bodySize(builder, Endpoint.UNI_SSE, options.uniSse.transport);
        bodySize(builder, Endpoint.UNI_HTTP_STREAM, options.uniHttpStream.transport);
        refusals(builder, Endpoint.UNI_SSE, options.uniSse);
        refusals(builder, Endpoint.UNI_HTTP_STREAM, options.uniHttpStream);
        builder.maxRequestBodyBytes(Endpoint.EMULATION, root.get(options.emulation.maxRequestBodySize));
    }

    private void refusals(GatewayBuilder builder, Endpoint endpoint, StreamTransportOptions.Unidirectional names) {
        if (!root.get(names.responsesEnabled)) {
            return;
        }
        ResponseTransformOptions transform = StreamTransportOptions.RESPONSE_TRANSFORM;
        Map<Integer, ConnectRefusals.Refusal> byCode = new HashMap<>();
        for (SettingValues entry : root.entries(names.responses)) {
            byCode.putIfAbsent(
                    entry.get(transform.code),
                    new ConnectRefusals.Refusal(
                            entry.get(transform.toStatusCode),
                            entry.find(transform.toBody).orElse("")));
        }
        builder.connectRefusals(endpoint, new ConnectRefusals(byCode));
    }

    private void bodySize(GatewayBuilder builder, Endpoint endpoint, StreamTransportOptions transport) {
        builder.maxRequestBodyBytes(endpoint, root.get(transport.maxRequestBodySize));
    }
}
