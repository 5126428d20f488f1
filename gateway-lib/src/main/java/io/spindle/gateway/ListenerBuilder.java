package io.spindle.gateway;

import io.spindle.gateway.http.Endpoint;
import io.spindle.gateway.http.OperatorPaths;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * What is set about ports, and about who may come there. Without any port the gateway is mounted in a host's server.
 *
 * @param <B> the builder that these settings belong to
 */
public abstract class ListenerBuilder<B extends ListenerBuilder<B>> extends TransportBuilder<B> {
    final ListenerChoice listeners = new ListenerChoice();
    final ApiChoice api = new ApiChoice();

    ListenerBuilder() {}

    /** Opens a port for the client protocol; 0 for any free one. Default: none. */
    public B port(int port) {
        listeners.port = Optional.of(port);
        return self();
    }

    /** Opens a port for presence over HTTP and, if it is on, the server API; 0 for any free one. Default: none. */
    public B httpPort(int port) {
        listeners.httpPort = Optional.of(port);
        return self();
    }

    /** Opens a port for Prometheus; 0 for any free one. Default: none. */
    public B metricsPort(int port) {
        listeners.metricsPort = Optional.of(port);
        return self();
    }

    /** Opens a port for chosen endpoints, as often as it is called. */
    public B listener(Listener listener) {
        listeners.more.add(listener);
        return self();
    }

    /**
     * Where those who run the gateway look. Default: {@code /health} and {@code /metrics}.
     *
     * @param health behind it also {@code /live} and {@code /ready}
     */
    public B operatorPaths(String health, String metrics) {
        listeners.paths = new OperatorPaths(health, metrics);
        return self();
    }

    /** The address that all ports are opened on. Default: all interfaces. */
    public B bindAddress(String address) {
        listeners.bindAddress = address;
        return self();
    }

    /** The same for {@link #port} alone. */
    public B websocketBindAddress(String address) {
        listeners.websocketBindAddress = address;
        return self();
    }

    /** The same for {@link #httpPort} alone. */
    public B httpBindAddress(String address) {
        listeners.httpBindAddress = address;
        return self();
    }

    /** The same for {@link #metricsPort} alone. */
    public B metricsBindAddress(String address) {
        listeners.metricsBindAddress = address;
        return self();
    }

    /**
     * Lets all ports speak TLS: {@code wss:} and {@code https:}. Certificates and keys are the context's, also when they
     * are renewed. Default: none, plain TCP.
     */
    public B tls(SSLContext context) {
        listeners.tls = Optional.of(context);
        return self();
    }

    /**
     * Pages that may connect beside those of the server's own host: patterns of the whole {@code Origin}, in lower case,
     * such as {@code https://*.example.com}. Default: none.
     */
    public B allowedOrigins(List<String> patterns) {
        listeners.allowedOrigins = List.copyOf(patterns);
        return self();
    }

    /** Addresses or networks whose forwarding headers count. Default: none. */
    public B trustedProxies(List<String> addresses) {
        listeners.trustedProxies = List.copyOf(addresses);
        return self();
    }

    /**
     * The key to the server API and to presence over HTTP. Default: none; then the API refuses everybody, and presence is
     * for callers on this machine only.
     */
    public B apiKey(String key) {
        listeners.apiKey = Optional.of(key);
        return self();
    }

    /** Whether presence over HTTP is open to everybody. Default: false. */
    public B presencePublic(boolean open) {
        listeners.presencePublic = open;
        return self();
    }

    /** Connections of this gateway; above, a handshake is answered with 503. Default: 0, no limit. */
    public B maxConnections(int connections) {
        listeners.maxConnections = connections;
        return self();
    }

    /**
     * Connections that may come at once, one more with each second; above, a handshake is answered with 503. Default: 0, no
     * limit.
     */
    public B maxNewConnections(int connections) {
        listeners.maxNewConnections = connections;
        return self();
    }

    /**
     * Connections from one address; above, a handshake is answered with 503. Behind {@link #trustedProxies} it is the
     * address that they forward. Default: 0, no limit.
     */
    public B maxConnectionsPerAddress(int connections) {
        listeners.maxConnectionsPerAddress = connections;
        return self();
    }

    // --- The server API ---

    /**
     * Serves Centrifugo's server API at {@link #httpPort}, or, without that, at {@link #port}. Elsewhere: {@link
     * #listener} and {@link Gateway#handler}, with {@link Endpoint#API}. Default: false.
     */
    public B serverApi(boolean enabled) {
        api.enabled = enabled;
        return self();
    }

    /** Whether the server API asks nobody for the key. For development alone. Default: false. */
    public B serverApiInsecure(boolean insecure) {
        api.insecure = insecure;
        return self();
    }

    /**
     * Whether errors of the server API are HTTP statuses, also for callers that do not send {@code
     * X-Centrifugo-Error-Mode: transport}. Default: false.
     */
    public B serverApiTransportErrors(boolean statuses) {
        api.transportErrors = statuses;
        return self();
    }

    /** Requests of the server API that are read or answered at once; above, 503. Default: 512. */
    public B maxServerApiRequests(int requests) {
        api.maxRequests = requests;
        return self();
    }
}
