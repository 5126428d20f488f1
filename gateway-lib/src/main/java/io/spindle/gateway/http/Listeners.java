package io.spindle.gateway.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.IO;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Makes and opens the connectors of the gateway's own server. */
public final class Listeners {
    private Listeners() {}

    /**
     * Lets paths through in which a channel's slash, percent sign, dots or backslash are encoded: the gateway takes
     * paths as they were sent and looks nothing up in a file system.
     */
    public static UriCompliance uriCompliance() {
        return UriCompliance.RFC3986.with(
                "channel names",
                Violation.AMBIGUOUS_PATH_SEPARATOR,
                Violation.AMBIGUOUS_PATH_ENCODING,
                Violation.AMBIGUOUS_PATH_SEGMENT,
                Violation.AMBIGUOUS_PATH_PARAMETER,
                Violation.AMBIGUOUS_EMPTY_SEGMENT,
                Violation.SUSPICIOUS_PATH_CHARACTERS,
                Violation.ILLEGAL_PATH_CHARACTERS);
    }

    /** Those on the same address and port become one. */
    static List<ListenerSettings> merged(List<ListenerSettings> listeners) {
        List<ListenerSettings> merged = new ArrayList<>();
        for (ListenerSettings listener : listeners) {
            int same = 0;
            while (same < merged.size() && !merged.get(same).sameSocket(listener)) {
                same++;
            }
            if (same < merged.size()) {
                merged.set(same, merged.get(same).and(listener));
            } else {
                merged.add(listener);
            }
        }
        return merged;
    }

    static ServerConnector connector(Server server, ListenerSettings listener, HttpSettings settings) {
        HttpConfiguration configuration = new HttpConfiguration();
        HttpConnectionFactory http = new HttpConnectionFactory(configuration);
        int selectors = listener.endpoints().stream().anyMatch(Endpoint::isForClients)
                ? settings.threads().selectors()
                : 1;
        ServerConnector connector = new ReadingConnector(
                server, selectors, factories(http, listener.tls().or(settings::tls)));
        connector.setName(listener.setting());
        connector.setHost(listener.bindAddress());
        connector.setPort(listener.port());
        HttpLimits limits = settings.limits();
        connector.setAcceptQueueSize(limits.acceptBacklog());
        connector.setIdleTimeout(limits.idleTimeout().toMillis());

        PendingHandshakes pending = new PendingHandshakes(connector, limits);
        connector.addBean(pending);
        http.addEventListener(pending);
        configuration.addCustomizer(pending);
        configuration.setRequestHeaderSize(limits.maxHeaderBytes());
        configuration.setUriCompliance(uriCompliance());
        configuration.setSendServerVersion(false);
        return connector;
    }

    private static ConnectionFactory[] factories(HttpConnectionFactory http, Optional<SSLContext> tls) {
        return tls.map(context -> new ConnectionFactory[] {tls(context, http), http})
                .orElseGet(() -> new ConnectionFactory[] {http});
    }

    private static SslConnectionFactory tls(SSLContext context, HttpConnectionFactory http) {
        SslContextFactory.Server settings = new SslContextFactory.Server();
        settings.setSslContext(context);
        // One handshake per connection: a client could ask for more, each of which costs the server more than the
        // client.
        settings.setRenegotiationAllowed(false);
        SslConnectionFactory factory = new SslConnectionFactory(settings, http.getProtocol());
        // It would compare each request's host with a key store's certificates, which a given context does not show.
        factory.setEnsureSecureRequestCustomizer(false);
        return factory;
    }

    /** Binds the socket, so that a port in use is known before anything else starts. */
    static void open(ServerConnector connector, ListenerSettings listener) throws ListenException {
        try {
            connector.open();
        } catch (IOException | UnresolvedAddressException e) {
            throw new ListenException(listener.setting() + ": " + reason(e, listener), e);
        }
    }

    /** Also one that was never started, or does not accept at the moment: Jetty leaves the socket of those open. */
    static void close(ServerConnector connector) {
        if (connector.getTransport() instanceof Closeable socket) {
            IO.close(socket);
        }
    }

    private static String reason(Exception failure, ListenerSettings listener) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String address = listener.bindAddress() == null ? "" : " on " + listener.bindAddress();
        if (cause instanceof UnresolvedAddressException) {
            return "the address " + listener.bindAddress() + " is unknown (expected: one of this machine's)";
        }
        String text = String.valueOf(cause.getMessage());
        if (cause instanceof BindException && text.contains("Address already in use")) {
            return "port " + listener.port() + address + " is in use (set another port, or stop what listens there)";
        }
        return "can't listen at port " + listener.port() + address + ": " + text;
    }
}
