package io.spindle.gateway.http;

import io.spindle.gateway.http.origin.OriginCheck;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Everything that can be set about the HTTP edge.
 *
 * @param listeners of the gateway's own server; those on the same address and port are one, with the paths of all
 * @param threads of that server
 * @param paths for those who run the gateway
 * @param tls what all these listeners speak TLS with; empty for plain TCP
 */
public record HttpSettings(
        List<ListenerSettings> listeners,
        HttpThreads threads,
        HttpLimits limits,
        OriginCheck originCheck,
        PresenceAccess presenceAccess,
        OperatorPaths paths,
        Optional<SSLContext> tls) {
    public HttpSettings {
        listeners = List.copyOf(listeners);
    }
}
