package io.spindle.gateway.http;

import io.spindle.gateway.http.origin.OriginCheck;
import java.util.List;

/**
 * Everything that can be set about the HTTP edge.
 *
 * @param listeners of the gateway's own server; those on the same address and port are one, with the paths of all
 * @param threads of that server
 */
public record HttpSettings(
        List<ListenerSettings> listeners,
        HttpThreads threads,
        HttpLimits limits,
        OriginCheck originCheck,
        PresenceAccess presenceAccess) {
    public HttpSettings {
        listeners = List.copyOf(listeners);
    }
}
