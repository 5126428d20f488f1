package io.spindle.gateway;

import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.auth.Authenticator;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.routing.Router;
import io.spindle.gateway.api.rpc.MessageHandler;
import io.spindle.gateway.api.rpc.RpcHandler;
import io.spindle.gateway.api.transport.Transport;
import io.spindle.gateway.api.worker.ChannelHandler;
import io.spindle.gateway.broker.Broker;
import io.spindle.gateway.broker.memory.MemoryCluster;
import io.spindle.gateway.http.Endpoint;
import io.spindle.gateway.http.OperatorPaths;
import io.spindle.gateway.http.stream.ConnectRefusals;
import io.spindle.gateway.policy.DefaultChannelPolicy;
import io.spindle.gateway.redis.RedisSettings;
import io.spindle.gateway.routing.StickySettings;
import io.spindle.gateway.transport.redis.RedisTransportSettings;
import io.spindle.gateway.worker.WorkerSettings;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link Gateway}. Everything has a default but who may connect: an {@link #authenticator} is needed.
 *
 * <p>Where events go: to handlers in this process ({@link #handler}), or over Redis ({@link #redis}), or over parts of
 * one's own ({@link #workers}). With none of them there are no workers, and publications are broadcast only.
 *
 * <p>Not thread-safe. Settings are checked together by {@link #build}; each default stands with its setter.
 */
public final class GatewayBuilder {
    private final ListenerChoice listeners = new ListenerChoice();
    private final TransportChoice transports = new TransportChoice();
    private final SessionChoice sessions = new SessionChoice();
    private final ApiChoice api = new ApiChoice();
    private final RpcChoice rpc = new RpcChoice();
    private final Map<String, ChannelHandler> handlers = new HashMap<>();
    private @Nullable Authenticator authenticator;
    private ChannelPolicy channelPolicy = new DefaultChannelPolicy(5_000);
    private @Nullable RedisSettings redis;
    private @Nullable Router router;
    private @Nullable Transport transport;
    private Function<Executor, Broker> brokers = executor -> new MemoryCluster().node(executor);
    private Duration routeCacheTtl = StickySettings.DEFAULTS.routeCacheTtl();
    private Duration shutdownTimeout = Duration.ofSeconds(30);
    private int callbackThreads = 16;
    private @Nullable MetricRegistry metricRegistry;

    GatewayBuilder() {}

    // --- Who, and what may they do ---

    /** Decides who may connect. Required. */
    public GatewayBuilder authenticator(Authenticator authenticator) {
        this.authenticator = authenticator;
        return this;
    }

    /** Decides what clients may do. Default: the channels {@code chat}, {@code chat:*} and {@code user:<own id>}. */
    public GatewayBuilder channelPolicy(ChannelPolicy policy) {
        this.channelPolicy = policy;
        return this;
    }

    /** Answers a method of remote calls. Default: no method is there. */
    public GatewayBuilder rpc(String method, RpcHandler handler) {
        rpc.methods.put(method, handler);
        return this;
    }

    /** Answers all methods that have no handler of their own. Default: error 104, or 108 if there are no methods. */
    public GatewayBuilder rpc(RpcHandler handler) {
        rpc.others = Optional.of(handler);
        return this;
    }

    /** Takes what clients send outside of channels and want no answer to. Default: they are closed with 3508. */
    public GatewayBuilder messages(MessageHandler handler) {
        rpc.messages = Optional.of(handler);
        return this;
    }

    /**
     * Threads for authenticators and policies that are not the gateway's own, and as many for handlers of remote calls and
     * messages, so that slow ones of these hold up none of those; started when needed. Default: 16.
     */
    public GatewayBuilder callbackThreads(int threads) {
        this.callbackThreads = threads;
        return this;
    }

    // --- Where events go ---

    /** Handles the events of the default pool's channels in this process. */
    public GatewayBuilder handler(ChannelHandler handler) {
        return handler(ChannelOptions.DEFAULT_POOL, handler);
    }

    /** Handles the events of a pool's channels in this process. */
    public GatewayBuilder handler(String workerPool, ChannelHandler handler) {
        handlers.put(workerPool, handler);
        return this;
    }

    /** Takes events to workers over Redis Streams, sticky per channel. */
    public GatewayBuilder redis(RedisSettings settings) {
        this.redis = settings;
        return this;
    }

    /** Takes events to workers over {@code redis://…}, everything else at its default. */
    public GatewayBuilder redis(String url) {
        return redis(RedisSettings.of(url));
    }

    /** Takes events to workers in a way of one's own. The gateway starts and closes both. */
    public GatewayBuilder workers(Router router, Transport transport) {
        this.router = router;
        this.transport = transport;
        return this;
    }

    /** How long a channel's worker is remembered without asking Redis. Default: 30 s. */
    public GatewayBuilder routeCacheTtl(Duration ttl) {
        this.routeCacheTtl = ttl;
        return this;
    }

    // --- Other gateways ---

    /**
     * Makes this gateway one of several in this process that share publications, joins, leaves, history and control; all
     * are built with the same cluster. Who is present is known to each gateway for itself. Default: a cluster of its own.
     */
    public GatewayBuilder cluster(MemoryCluster cluster) {
        return brokers(cluster::node);
    }

    /** What takes publications to the gateway's subscribers, made with the executor for what it goes on with later. */
    GatewayBuilder brokers(Function<Executor, Broker> brokers) {
        this.brokers = brokers;
        return this;
    }

    // --- Listeners; without any the gateway is mounted in a host's server ---

    /** Opens a port for the client protocol; 0 for any free one. Default: none. */
    public GatewayBuilder port(int port) {
        listeners.port = Optional.of(port);
        return this;
    }

    /** Opens a port for presence over HTTP and, if it is on, the server API; 0 for any free one. Default: none. */
    public GatewayBuilder httpPort(int port) {
        listeners.httpPort = Optional.of(port);
        return this;
    }

    /** Opens a port for Prometheus; 0 for any free one. Default: none. */
    public GatewayBuilder metricsPort(int port) {
        listeners.metricsPort = Optional.of(port);
        return this;
    }

    /** Opens a port for chosen endpoints, as often as it is called. */
    public GatewayBuilder listener(Listener listener) {
        listeners.more.add(listener);
        return this;
    }

    /**
     * Where those who run the gateway look. Default: {@code /health} and {@code /metrics}.
     *
     * @param health behind it also {@code /live} and {@code /ready}
     */
    public GatewayBuilder operatorPaths(String health, String metrics) {
        listeners.paths = new OperatorPaths(health, metrics);
        return this;
    }

    /** The address that all ports are opened on. Default: all interfaces. */
    public GatewayBuilder bindAddress(String address) {
        listeners.bindAddress = address;
        return this;
    }

    /** The same for {@link #port} alone. */
    public GatewayBuilder websocketBindAddress(String address) {
        listeners.websocketBindAddress = address;
        return this;
    }

    /** The same for {@link #httpPort} alone. */
    public GatewayBuilder httpBindAddress(String address) {
        listeners.httpBindAddress = address;
        return this;
    }

    /** The same for {@link #metricsPort} alone. */
    public GatewayBuilder metricsBindAddress(String address) {
        listeners.metricsBindAddress = address;
        return this;
    }

    /**
     * Lets all ports speak TLS: {@code wss:} and {@code https:}. Certificates and keys are the context's, also when they
     * are renewed. Default: none, plain TCP.
     */
    public GatewayBuilder tls(SSLContext context) {
        listeners.tls = Optional.of(context);
        return this;
    }

    /**
     * Pages that may connect beside those of the server's own host: patterns of the whole {@code Origin}, in lower case,
     * such as {@code https://*.example.com}. Default: none.
     */
    public GatewayBuilder allowedOrigins(List<String> patterns) {
        listeners.allowedOrigins = List.copyOf(patterns);
        return this;
    }

    /** Addresses or networks whose forwarding headers count. Default: none. */
    public GatewayBuilder trustedProxies(List<String> addresses) {
        listeners.trustedProxies = List.copyOf(addresses);
        return this;
    }

    /**
     * The key to the server API and to presence over HTTP. Default: none; then the API refuses everybody, and presence is
     * for callers on this machine only.
     */
    public GatewayBuilder apiKey(String key) {
        listeners.apiKey = Optional.of(key);
        return this;
    }

    /** Whether presence over HTTP is open to everybody. Default: false. */
    public GatewayBuilder presencePublic(boolean open) {
        listeners.presencePublic = open;
        return this;
    }

    // --- The server API ---

    /**
     * Serves Centrifugo's server API at {@link #httpPort}, or, without that, at {@link #port}. Elsewhere: {@link
     * #listener} and {@link Gateway#handler}, with {@link Endpoint#API}. Default: false.
     */
    public GatewayBuilder serverApi(boolean enabled) {
        api.enabled = enabled;
        return this;
    }

    /** Whether the server API asks nobody for the key. For development alone. Default: false. */
    public GatewayBuilder serverApiInsecure(boolean insecure) {
        api.insecure = insecure;
        return this;
    }

    /**
     * Whether errors of the server API are HTTP statuses, also for callers that do not send {@code
     * X-Centrifugo-Error-Mode: transport}. Default: false.
     */
    public GatewayBuilder serverApiTransportErrors(boolean statuses) {
        api.transportErrors = statuses;
        return this;
    }

    /** Requests of the server API that are read or answered at once; above, 503. Default: 512. */
    public GatewayBuilder maxServerApiRequests(int requests) {
        api.maxRequests = requests;
        return this;
    }

    // --- How clients connect ---

    /** Whether clients may connect over WebSocket. Default: true. */
    public GatewayBuilder websocket(boolean enabled) {
        return serve(Endpoint.WEBSOCKET, enabled);
    }

    /** Whether clients may connect over HTTP streaming, with their commands at {@code /emulation}. Default: false. */
    public GatewayBuilder httpStream(boolean enabled) {
        return serve(Endpoint.HTTP_STREAM, enabled);
    }

    /** Whether clients may connect over server-sent events, with commands at {@code /emulation}. Default: false. */
    public GatewayBuilder sse(boolean enabled) {
        return serve(Endpoint.SSE, enabled);
    }

    /** Whether clients may have pushes alone over WebSocket. Default: false. */
    public GatewayBuilder uniWebsocket(boolean enabled) {
        return serve(Endpoint.UNI_WEBSOCKET, enabled);
    }

    /** Whether clients may have pushes alone over server-sent events. Default: false. */
    public GatewayBuilder uniSse(boolean enabled) {
        return serve(Endpoint.UNI_SSE, enabled);
    }

    /** Whether clients may have pushes alone over HTTP streaming. Default: false. */
    public GatewayBuilder uniHttpStream(boolean enabled) {
        return serve(Endpoint.UNI_HTTP_STREAM, enabled);
    }

    /** Whether clients may ask for an empty object, and a load balancer's cookie, before they connect. Default: false. */
    public GatewayBuilder init(boolean enabled) {
        return serve(Endpoint.INIT, enabled);
    }

    /** Whether pushes over a unidirectional WebSocket may share a frame, one a line. Default: false. */
    public GatewayBuilder uniWebsocketJoinPushes(boolean join) {
        transports.uniWebsocketJoinPushes = join;
        return this;
    }

    /** Whether a push precedes the close frame of a unidirectional WebSocket. Default: true. */
    public GatewayBuilder uniWebsocketDisconnectPush(boolean push) {
        transports.uniWebsocketDisconnectPush = push;
        return this;
    }

    /**
     * Answers failed connects at {@link Endpoint#UNI_SSE} or {@link Endpoint#UNI_HTTP_STREAM} by plain HTTP instead of a
     * disconnect push, by the code of the error or disconnect. Default: none.
     */
    public GatewayBuilder connectRefusals(Endpoint endpoint, ConnectRefusals refusals) {
        transports.connectRefusals.put(endpoint, refusals);
        return this;
    }

    private GatewayBuilder serve(Endpoint endpoint, boolean enabled) {
        transports.enable(endpoint, enabled);
        return this;
    }

    /** The path of a client endpoint, or of the server API; slashes at its end do not count. Default: see {@link Endpoint}. */
    public GatewayBuilder path(Endpoint endpoint, String path) {
        transports.path(endpoint, path);
        return this;
    }

    /**
     * Bytes of the body of a request to a client endpoint, or to the server API; above, 413. Default: 65,536, for the API
     * 4,194,304.
     */
    public GatewayBuilder maxRequestBodyBytes(Endpoint endpoint, int bytes) {
        transports.maxBodyBytes(endpoint, bytes);
        return this;
    }

    // --- Connections ---

    /** Between pings; whole seconds, longer than {@link #pongTimeout}. 0: no pings. Default: 25 s. */
    public GatewayBuilder pingInterval(Duration interval) {
        sessions.pingInterval = interval;
        return this;
    }

    /** How long a pong may take; then 3012. 0: none is waited for. Default: 10 s. */
    public GatewayBuilder pongTimeout(Duration timeout) {
        sessions.pongTimeout = timeout;
        return this;
    }

    /** From the open socket to the connect command; then 3502. Default: 15 s. */
    public GatewayBuilder staleCloseDelay(Duration delay) {
        sessions.staleCloseDelay = delay;
        return this;
    }

    /** Grace after a connection's expiry; then 3005. Default: 25 s. */
    public GatewayBuilder expiredCloseDelay(Duration delay) {
        sessions.expiredCloseDelay = delay;
        return this;
    }

    /** Grace after a subscription's expiry; then it ends with 2501, or 3006 if the server made it. Default: 25 s. */
    public GatewayBuilder expiredSubscriptionCloseDelay(Duration delay) {
        sessions.expiredSubscriptionCloseDelay = delay;
        return this;
    }

    /** How often presence is renewed, and expired subscriptions and positions are looked at. Default: 25 s. */
    public GatewayBuilder upkeepInterval(Duration interval) {
        sessions.upkeepInterval = interval;
        return this;
    }

    /** How long a position may go unconfirmed before it is compared with its stream. Default: 40 s. */
    public GatewayBuilder positionCheckDelay(Duration delay) {
        sessions.positionCheckDelay = delay;
        return this;
    }

    /** Whether clients are told the server's clock when they connect. Default: false. */
    public GatewayBuilder tellTime(boolean tell) {
        sessions.tellTime = tell;
        return this;
    }

    /**
     * Headers, of the HTTP request and of the connect command, that policies and handlers see of connected clients.
     * Authenticators see all while a client connects. Default: none; they would lie in memory as long as the connection.
     */
    public GatewayBuilder keepHeaders(Set<String> names) {
        sessions.keptHeaders =
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        return this;
    }

    /** How long a write may make no progress; then closed. Default: 1 s. */
    public GatewayBuilder writeTimeout(Duration timeout) {
        sessions.writeTimeout = timeout;
        return this;
    }

    /** Bytes of a client's message; above, closed with 1009. Default: 65,536. */
    public GatewayBuilder maxMessageBytes(int bytes) {
        sessions.maxMessageBytes = bytes;
        return this;
    }

    /** Bytes that wait for a client; above, one that does not read is closed with 3008. Default: 1,048,576. */
    public GatewayBuilder maxQueueBytes(int bytes) {
        sessions.maxQueueBytes = bytes;
        return this;
    }

    /** Unanswered commands of a connection; at the bound reading stops. Default: 256. */
    public GatewayBuilder maxPending(int commands) {
        sessions.maxPending = commands;
        return this;
    }

    /** Channels of a connection; above, error 106. Default: 128. */
    public GatewayBuilder maxChannels(int channels) {
        sessions.maxChannels = channels;
        return this;
    }

    /** UTF-8 bytes of a channel's name; above, error 107. Default: 255. */
    public GatewayBuilder maxChannelBytes(int bytes) {
        sessions.maxChannelBytes = bytes;
        return this;
    }

    /** Publications in the answer to a client's history command; more are cut off. 0: no limit. Default: 300. */
    public GatewayBuilder maxHistoryPublications(int publications) {
        sessions.maxHistoryPublications = publications;
        return this;
    }

    /** Publications that a client recovers; who missed more is told that it can't. 0: no limit. Default: 300. */
    public GatewayBuilder maxRecoveredPublications(int publications) {
        sessions.maxRecoveredPublications = publications;
        return this;
    }

    /** Commands of a connection in a second; above, reading pauses. Default: 10,000. */
    public GatewayBuilder maxCommandsPerSecond(int commands) {
        sessions.maxCommandsPerSecond = commands;
        return this;
    }

    /** Bytes of a connection in a second; above, reading pauses. Default: 16 MiB. */
    public GatewayBuilder maxBytesPerSecond(long bytes) {
        sessions.maxBytesPerSecond = bytes;
        return this;
    }

    /** Bytes of commands that wait beside an emulated connection; above, closed with 3013. Default: 1,048,576. */
    public GatewayBuilder maxEmulatedBytes(int bytes) {
        sessions.maxEmulatedBytes = bytes;
        return this;
    }

    /**
     * What errors of a unidirectional connect become, by the error's code, before the protocol's own table: 109 and 110
     * end it with 3005, 111 with 3013, 103 with 3507, any other with 3004. Default: none.
     */
    public GatewayBuilder unidirectionalErrors(Map<Integer, Disconnect> transforms) {
        sessions.unidirectionalErrors = Map.copyOf(transforms);
        return this;
    }

    /** Connections of this gateway; above, a handshake is answered with 503. Default: 0, no limit. */
    public GatewayBuilder maxConnections(int connections) {
        listeners.maxConnections = connections;
        return this;
    }

    /** Connections of one user, not counting anonymous ones; above, a new one is closed with 3504. Default: 0, no limit. */
    public GatewayBuilder maxConnectionsPerUser(int connections) {
        sessions.maxConnectionsPerUser = connections;
        return this;
    }

    /**
     * Connections from one address; above, a handshake is answered with 503. Behind {@link #trustedProxies} it is the
     * address that they forward. Default: 0, no limit.
     */
    public GatewayBuilder maxConnectionsPerAddress(int connections) {
        listeners.maxConnectionsPerAddress = connections;
        return this;
    }

    /** Whether permessage-deflate may be negotiated. Default: false. */
    public GatewayBuilder compression(boolean compression) {
        sessions.compression = compression;
        return this;
    }

    /** Bytes read from a connection at once. Default: 4,096. */
    public GatewayBuilder readBufferBytes(int bytes) {
        sessions.readBufferBytes = bytes;
        return this;
    }

    /** Bytes collected for a write to a connection. Default: 4,096. */
    public GatewayBuilder writeBufferBytes(int bytes) {
        sessions.writeBufferBytes = bytes;
        return this;
    }

    // --- The process ---

    /** Where the gateway's metrics are kept; the host's own, to expose both together. Default: one of its own. */
    public GatewayBuilder metricRegistry(MetricRegistry registry) {
        this.metricRegistry = registry;
        return this;
    }

    /** How long {@link Gateway#close} waits for commands in flight. Default: 30 s. */
    public GatewayBuilder shutdownTimeout(Duration timeout) {
        this.shutdownTimeout = timeout;
        return this;
    }

    /**
     * Checks all settings and makes the gateway; nothing is opened before {@link Gateway#start}.
     *
     * @throws SettingsException naming every fault
     */
    public Gateway build() {
        Faults faults = new Faults();
        faults.unless(
                authenticator != null,
                "authenticator: missing (expected: who may connect, such as JwtAuthenticator.hmac(secret))");
        int ways = (handlers.isEmpty() ? 0 : 1) + (redis == null ? 0 : 1) + (transport == null ? 0 : 1);
        faults.unless(ways < 2, "handler, redis, workers: more than one is set (expected: one way to workers)");
        faults.range("callbackThreads", callbackThreads, 1, 1_000);
        faults.range("shutdownTimeout", shutdownTimeout, Duration.ZERO, Duration.ofMinutes(10));
        faults.check(() -> StickySettings.DEFAULTS.withRouteCacheTtl(routeCacheTtl));
        listeners.check(faults);
        transports.check(faults, api.enabled || listeners.serves(Endpoint.API) ? EnumSet.of(Endpoint.API) : Set.of());
        api.check(faults);
        sessions.check(faults);
        rpc.check(faults);
        faults.report();
        return new Gateway(new GatewaySettings(
                Objects.requireNonNull(authenticator),
                channelPolicy,
                rpc.settings(),
                callbackThreads,
                wayToWorkers(),
                brokers,
                listeners.settings(transports.endpoints(), api.enabled),
                api.settings(transports, listeners.apiKey),
                sessions.settings(),
                sessions.websocket(),
                transports.settings(),
                listeners.connectionLimits(),
                metricRegistry == null ? new MetricRegistry() : metricRegistry,
                shutdownTimeout));
    }

    private WayToWorkers wayToWorkers() {
        if (router != null && transport != null) {
            return new WayToWorkers.Custom(router, transport);
        }
        if (redis != null) {
            return new WayToWorkers.OverRedis(
                    redis, StickySettings.DEFAULTS.withRouteCacheTtl(routeCacheTtl), RedisTransportSettings.DEFAULTS);
        }
        return handlers.isEmpty()
                ? new WayToWorkers.None()
                : new WayToWorkers.InProcess(Map.copyOf(handlers), WorkerSettings.DEFAULT);
    }
}
