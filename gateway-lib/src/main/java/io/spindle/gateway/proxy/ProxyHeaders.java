package io.spindle.gateway.proxy;

import io.spindle.gateway.api.client.ClientTransport;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which headers a request to a backend has. Names are compared without regard to case. Those that every HTTP request has
 * of its own (such as {@code Host}, {@code Content-Type}) are in nobody's hand, whichever list names them.
 *
 * @param http copied from the client's transport
 * @param emulated copied from the headers in the client's connect command, where the transport has none to copy
 * @param fixed always there, unless one of the same name is copied
 */
record ProxyHeaders(List<String> http, List<String> emulated, Map<String, String> fixed) {
    static final ProxyHeaders NONE = new ProxyHeaders(List.of(), List.of(), Map.of());

    private static final Set<String> OF_THE_REQUEST =
            Set.of("connection", "content-length", "content-type", "expect", "host", "transfer-encoding", "upgrade");

    ProxyHeaders {
        http = List.copyOf(http);
        emulated = List.copyOf(emulated);
        fixed = Map.copyOf(fixed);
    }

    /** The headers for a client's event. */
    Map<String, List<String>> of(ClientTransport transport) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fixed.forEach((name, value) -> headers.put(name, List.of(value)));
        for (String name : emulated) {
            String value = transport.emulatedHeaders().get(lowerCase(name));
            if (value != null) {
                headers.put(name, List.of(value));
            }
        }
        // Last, so that the client's own word never replaces what the transport says.
        for (String name : http) {
            List<String> values = transport.headers().get(lowerCase(name));
            if (values != null) {
                headers.put(name, values);
            }
        }
        headers.keySet().removeIf(name -> OF_THE_REQUEST.contains(lowerCase(name)));
        return headers;
    }

    /** The headers that have to be kept of a client while it is connected, in lower case. */
    Set<String> kept() {
        return Stream.concat(http.stream(), emulated.stream())
                .map(ProxyHeaders::lowerCase)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
