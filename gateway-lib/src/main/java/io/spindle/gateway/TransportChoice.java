package io.spindle.gateway;

import io.spindle.gateway.http.Endpoint;
import io.spindle.gateway.http.stream.ConnectRefusals;
import io.spindle.gateway.http.websocket.UnidirectionalSettings;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a builder was told about the ways in which clients connect. Not thread-safe. */
final class TransportChoice {
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~/-]*");
    private static final Set<String> TAKEN = Set.of("/health", "/health/live", "/health/ready", "/metrics");

    private final Set<Endpoint> enabled = EnumSet.of(Endpoint.WEBSOCKET);
    private final Map<Endpoint, String> paths = new EnumMap<>(Map.of(
            Endpoint.INIT, "/connection/init",
            Endpoint.WEBSOCKET, "/connection/websocket",
            Endpoint.HTTP_STREAM, "/connection/http_stream",
            Endpoint.SSE, "/connection/sse",
            Endpoint.EMULATION, "/emulation",
            Endpoint.UNI_WEBSOCKET, "/connection/uni_websocket",
            Endpoint.UNI_SSE, "/connection/uni_sse",
            Endpoint.UNI_HTTP_STREAM, "/connection/uni_http_stream",
            Endpoint.API, "/api"));
    private final Map<Endpoint, Integer> maxBodyBytes = new EnumMap<>(Endpoint.class);

    final Map<Endpoint, ConnectRefusals> connectRefusals = new EnumMap<>(Endpoint.class);
    boolean uniWebsocketJoinPushes = UnidirectionalSettings.DEFAULTS.joinPushes();
    boolean uniWebsocketDisconnectPush = UnidirectionalSettings.DEFAULTS.disconnectPush();

    void enable(Endpoint endpoint, boolean on) {
        if (on) {
            enabled.add(endpoint);
        } else {
            enabled.remove(endpoint);
        }
    }

    /** @param path slashes at its end do not count; empty for the root */
    void path(Endpoint endpoint, String path) {
        paths.put(endpoint, "/" + path.replaceAll("/+$", "").replaceFirst("^/", ""));
    }

    void maxBodyBytes(Endpoint endpoint, int bytes) {
        maxBodyBytes.put(endpoint, bytes);
    }

    String path(Endpoint endpoint) {
        return paths.getOrDefault(endpoint, "");
    }

    int maxBodyBytesOr(Endpoint endpoint, int elseBytes) {
        return maxBodyBytes.getOrDefault(endpoint, elseBytes);
    }

    /** The endpoints of clients that are served: commands have one of their own if they do not come over the connection. */
    Set<Endpoint> endpoints() {
        Set<Endpoint> served = EnumSet.copyOf(enabled);
        if (enabled.contains(Endpoint.HTTP_STREAM) || enabled.contains(Endpoint.SSE)) {
            served.add(Endpoint.EMULATION);
        }
        return served;
    }

    /** @param others that have a path here and are not for clients */
    void check(Faults faults, Set<Endpoint> others) {
        if (enabled.stream().allMatch(endpoint -> endpoint == Endpoint.INIT)) {
            faults.unless(false, "transports: none (expected: at least one way for clients to connect)");
            return;
        }
        Map<String, Endpoint> used = new HashMap<>();
        Set<Endpoint> served = endpoints();
        served.addAll(others);
        for (Endpoint endpoint : served) {
            String path = path(endpoint);
            faults.unless(
                    PATH.matcher(path).matches() && !TAKEN.contains(path),
                    "path of " + endpoint + ": \"" + path
                            + "\" (expected: a path such as /connection/sse, of letters, digits, . _ ~ - and /)");
            Endpoint other = used.put(path, endpoint);
            faults.unless(
                    other == null,
                    "path of " + endpoint + ": \"" + path + "\" (expected: another one than that of " + other + ")");
        }
        connectRefusals
                .keySet()
                .forEach(endpoint -> faults.unless(
                        endpoint == Endpoint.UNI_SSE || endpoint == Endpoint.UNI_HTTP_STREAM,
                        "connectRefusals of " + endpoint + ": set (expected: only for UNI_SSE and UNI_HTTP_STREAM)"));
        maxBodyBytes.forEach(
                (endpoint, bytes) -> faults.range("maxRequestBodyBytes of " + endpoint, bytes, 1, 100 << 20));
    }

    TransportSettings settings() {
        Map<Endpoint, String> served = new EnumMap<>(paths);
        served.keySet().retainAll(endpoints());
        return new TransportSettings(
                served,
                maxBodyBytes,
                connectRefusals,
                new UnidirectionalSettings(uniWebsocketJoinPushes, uniWebsocketDisconnectPush));
    }
}
