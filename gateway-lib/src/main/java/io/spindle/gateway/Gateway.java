package io.spindle.gateway;

import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.PublishTerms;
import io.spindle.gateway.broker.ClientSelector;
import io.spindle.gateway.http.Endpoint;
import io.spindle.gateway.http.GatewayHandler;
import io.spindle.gateway.http.GatewayServer;
import io.spindle.gateway.http.HealthProblem;
import io.spindle.gateway.http.ListenException;
import io.spindle.gateway.http.PresenceUser;
import io.spindle.gateway.http.ServerEndpoints;
import io.spindle.gateway.http.api.ApiEndpoint;
import io.spindle.gateway.presence.PresenceEntry;
import io.spindle.gateway.session.ChannelName;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;

/**
 * A real-time gateway: speaks the Centrifuge client protocol, asks a policy, takes events to workers, and fans
 * publications out.
 *
 * <pre>{@code
 * try (Gateway gateway = Gateway.builder()
 *         .port(8000)
 *         .authenticator(JwtAuthenticator.hmac(secret))
 *         .handler((event, context) -> System.out.println(event))
 *         .build()) {
 *     gateway.start();
 *     gateway.publish("chat:room-1", Payload.json("{\"text\":\"hello\"}"));
 * }
 * }</pre>
 *
 * <p>Thread-safe. Started once and closed once.
 */
public final class Gateway implements AutoCloseable {
    private final GatewaySettings settings;
    private final Engine engine;
    private final ClientTransports transports;
    private final int maxChannelBytes;
    private @Nullable GatewayServer server;
    private volatile State state = State.MADE;

    private enum State {
        MADE,
        STARTED,
        CLOSING,
        CLOSED
    }

    Gateway(GatewaySettings settings) {
        this.settings = settings;
        this.engine = new Engine(settings);
        this.transports = new ClientTransports(settings, engine);
        this.maxChannelBytes = settings.sessions().limits().maxChannelBytes();
    }

    public static GatewayBuilder builder() {
        return new GatewayBuilder();
    }

    /**
     * Connects to Redis if it is used, and opens the ports if there are any; returns when clients are served.
     *
     * @throws GatewayStartException saying in one line what is in the way; nothing is left open then
     */
    public synchronized void start() throws GatewayStartException {
        if (state != State.MADE) {
            throw new IllegalStateException("the gateway was started before");
        }
        try {
            engine.start();
            if (!settings.http().listeners().isEmpty()) {
                GatewayServer ownServer =
                        new GatewayServer(settings.http(), transports.endpoints(), servers(), engine.metrics());
                ownServer.start();
                server = ownServer;
            }
            state = State.STARTED;
        } catch (ListenException | RuntimeException e) {
            state = State.CLOSED;
            engine.close(Duration.ZERO);
            throw new GatewayStartException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Answers what is in flight, tells all clients to come back elsewhere (3001), and closes the ports. Does nothing if
     * it is closed already or was never started.
     */
    @Override
    public synchronized void close() {
        if (state == State.STARTED) {
            state = State.CLOSING;
            engine.close(settings.shutdownTimeout());
            GatewayServer ownServer = server;
            if (ownServer != null) {
                ownServer.stop();
            }
        }
        state = State.CLOSED;
    }

    /**
     * The gateway as a handler for a host's own Jetty server, instead of ports: everything that clients connect to, {@code
     * /health} and what else is asked for. The gateway is started and closed all the same, by {@link #start} and {@link
     * #close}.
     *
     * @param more further endpoints to serve
     */
    public Handler handler(Endpoint... more) {
        Set<Endpoint> endpoints = EnumSet.copyOf(settings.transports().paths().keySet());
        endpoints.add(Endpoint.HEALTH);
        endpoints.addAll(List.of(more));
        return GatewayHandler.mounted(settings.http(), endpoints, transports.endpoints(), servers(), engine.metrics());
    }

    private ServerEndpoints servers() {
        return new ServerEndpoints(
                this::problem,
                this::users,
                () -> new ApiEndpoint(
                                settings.api(),
                                settings.http().limits().requestTimeout(),
                                new HostedApi(channels(), clients(), engine))
                        .handlers());
    }

    /** The port of the client protocol. */
    public int port() {
        return port(settings.transports().paths().keySet().iterator().next());
    }

    /** The port of presence over HTTP. */
    public int httpPort() {
        return port(Endpoint.PRESENCE);
    }

    /** The port of the server API. */
    public int apiPort() {
        return port(Endpoint.API);
    }

    /** The port of Prometheus metrics. */
    public int metricsPort() {
        return port(Endpoint.METRICS);
    }

    /**
     * The port that serves an endpoint, the first of them if there are several.
     *
     * @throws IllegalStateException if none does
     */
    public synchronized int port(Endpoint endpoint) {
        GatewayServer ownServer = server;
        if (ownServer == null) {
            throw new IllegalStateException("no port is open (expected: start() after a port was set)");
        }
        return ownServer.port(endpoint);
    }

    /**
     * Publishes to the subscribers of a channel. This is no client's event: no policy is asked and no worker is told.
     *
     * @return complete when the broker has taken it; failed if it could not
     * @throws IllegalArgumentException if the channel's name or the data is malformed
     */
    public CompletionStage<Void> publish(String channel, Payload data) {
        if (channel.isEmpty() || !ChannelName.isValid(channel, maxChannelBytes)) {
            throw new IllegalArgumentException("channel: malformed (expected: 1 to " + maxChannelBytes
                    + " bytes of UTF-8 without control characters)");
        }
        return channels().publish(channel, data, PublishTerms.PLAIN).thenApply(position -> null);
    }

    /** Ends all connections of a user for good (3503). Returns how many there were on this gateway. */
    public int disconnect(String userId) {
        return disconnect(userId, Disconnect.FORCE_DISCONNECT);
    }

    /**
     * Ends all connections of a user, wherever they are; the empty user stands for all anonymous ones. Returns how many
     * there were on this gateway.
     */
    public int disconnect(String userId, Disconnect disconnect) {
        int here = engine.sessions().count(userId);
        clients().disconnect(ClientSelector.user(userId), Set.of(), disconnect);
        return here;
    }

    /** What a host may do with connected clients. */
    public GatewayClients clients() {
        return new GatewayClients(engine);
    }

    /** What a host may do with channels. */
    public GatewayChannels channels() {
        return new GatewayChannels(engine);
    }

    /** Who is in a channel; nobody in an unknown one. */
    public CompletionStage<List<PresenceEntry>> presence(String channel) {
        return engine.presence().list(channel);
    }

    /** Connections that are open now. */
    public int connectionCount() {
        return engine.sessions().count();
    }

    /** Channels that have a subscriber on this gateway. */
    public int channelCount() {
        return engine.hub().channelCount();
    }

    /** Subscribers of a channel on this gateway. */
    public int subscriberCount(String channel) {
        return engine.hub().subscriberCount(channel);
    }

    /** Where the gateway's metrics are kept. */
    public MetricRegistry metricRegistry() {
        return settings.metricRegistry();
    }

    private Optional<HealthProblem> problem() {
        return switch (state) {
            case MADE -> Optional.of(HealthProblem.STARTING);
            case STARTED -> engine.healthy() ? Optional.empty() : Optional.of(HealthProblem.REDIS_UNREACHABLE);
            case CLOSING, CLOSED -> Optional.of(HealthProblem.DRAINING);
        };
    }

    private CompletionStage<List<PresenceUser>> users(String channel) {
        return engine.presence()
                .list(channel)
                .thenApply(entries -> entries.stream()
                        .map(entry -> new PresenceUser(entry.userId(), entry.userName(), entry.clientId()))
                        .toList());
    }
}
