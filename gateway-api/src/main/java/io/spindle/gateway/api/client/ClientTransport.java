package io.spindle.gateway.api.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a client is connected.
 *
 * @param name {@code websocket}, {@code http_stream}, {@code sse}, {@code uni_websocket}, {@code uni_sse} or {@code
 *     uni_http_stream}
 * @param protocol {@code json} or {@code protobuf}
 * @param headers of the transport's HTTP request, by lower-case name; while connecting all of them, afterwards those that
 *     the gateway was told to keep
 * @param emulatedHeaders headers that the client put into its connect command, by lower-case name, since browsers can't set
 *     real ones: the client's own word. Kept like the others
 */
public record ClientTransport(
        String name, String protocol, Map<String, List<String>> headers, Map<String, String> emulatedHeaders) {
    public ClientTransport {
        headers = Map.copyOf(headers);
        emulatedHeaders = Map.copyOf(emulatedHeaders);
    }

    /**
     * The same with fewer headers.
     *
     * @param names of those that stay, in lower case
     */
    public ClientTransport keeping(Set<String> names) {
        return new ClientTransport(name, protocol, kept(headers, names), kept(emulatedHeaders, names));
    }

    private static <V> Map<String, V> kept(Map<String, V> headers, Set<String> names) {
        Map<String, V> kept = new HashMap<>(headers);
        kept.keySet().retainAll(names);
        return kept;
    }

    /** Without headers: what they carry does not belong into logs. */
    @Override
    public String toString() {
        return "ClientTransport[name=" + name + ", protocol=" + protocol + "]";
    }
}
