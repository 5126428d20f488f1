package io.spindle.gateway;

import com.codahale.metrics.MetricRegistry;
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
import io.spindle.gateway.policy.DefaultChannelPolicy;
import io.spindle.gateway.redis.RedisSettings;
import io.spindle.gateway.routing.StickySettings;
import io.spindle.gateway.transport.redis.RedisTransportSettings;
import io.spindle.gateway.worker.WorkerSettings;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link Gateway}. Everything has a default but who may connect: an {@link #authenticator} is needed.
 *
 * <p>Where events go: to handlers in this process ({@link #handler}), or over Redis ({@link #redis}), or over parts of
 * one's own ({@link #workers}). With none of them there are no workers, and publications are broadcast only.
 *
 * <p>Not thread-safe. Settings are checked together by {@link #build}; each default stands with its setter.
 */
public final class GatewayBuilder extends ListenerBuilder<GatewayBuilder> {
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
    private Optional<String> nodeName = Optional.empty();
    private @Nullable MetricRegistry metricRegistry;

    GatewayBuilder() {}

    @Override
    GatewayBuilder self() {
        return this;
    }

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

    /** What this gateway is called in the server API's answers. Default: the host's name. */
    public GatewayBuilder nodeName(String name) {
        this.nodeName = Optional.of(name);
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
                nodeName,
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
