package io.spindle.gateway;

import io.spindle.gateway.http.Endpoint;
import io.spindle.gateway.http.ListenerSettings;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A port that serves what it is told and nothing else, not even health.
 *
 * @param setting what the port is called in messages
 * @param bindAddress a literal or a host's name; absent: all interfaces
 * @param port 0 for any free one; listeners on the same address and port are one, with the endpoints of all
 * @param endpoints what is served there
 * @param tls what it speaks TLS with; absent: what the gateway's listeners speak
 */
public record Listener(
        String setting, Optional<String> bindAddress, int port, Set<Endpoint> endpoints, Optional<SSLContext> tls) {
    public Listener {
        endpoints = Set.copyOf(endpoints);
    }

    ListenerSettings settings(@Nullable String elseAddress) {
        return new ListenerSettings(setting, bindAddress.orElse(elseAddress), port, endpoints, tls);
    }
}
