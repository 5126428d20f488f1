package io.spindle.gateway.http;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Who may read presence over HTTP: callers with the key; without one, programs on this machine, or everybody if that
 * was set. Loopback alone is no identity, because proxies and side-cars call from there too, and pages of a browser: so
 * a local caller must address this machine by name, and show no sign of a page or a proxy. Immutable.
 */
public final class PresenceAccess {
    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> PROXY_HEADERS = Set.of("forwarded", "x-real-ip", "via");
    private static final String PROXY_HEADER_PREFIX = "x-forwarded-";

    private final Optional<ApiKey> key;
    private final boolean openToAll;

    /** @param openToAll the setting {@code HTTP_PRESENCE_PUBLIC} */
    public PresenceAccess(Optional<ApiKey> key, boolean openToAll) {
        this.key = key;
        this.openToAll = openToAll;
    }

    boolean allows(Request request) {
        if (openToAll) {
            return true;
        }
        HttpFields headers = request.getHeaders();
        Optional<String> offered = ApiKey.offered(headers);
        if (offered.isPresent()) {
            return key.isPresent() && key.get().matches(offered.get());
        }
        return RemoteAddress.of(request).filter(InetAddress::isLoopbackAddress).isPresent()
                && namesThisMachine(headers)
                && !headers.contains(HttpHeader.ORIGIN)
                && headers.stream().noneMatch(PresenceAccess::isFromProxy);
    }

    private static boolean namesThisMachine(HttpFields headers) {
        String host = headers.get(HttpHeader.HOST);
        return host != null && LOCAL_NAMES.contains(withoutPort(host).toLowerCase(Locale.ROOT));
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }

    private static boolean isFromProxy(HttpField field) {
        String name = field.getLowerCaseName();
        return PROXY_HEADERS.contains(name) || name.startsWith(PROXY_HEADER_PREFIX);
    }
}
