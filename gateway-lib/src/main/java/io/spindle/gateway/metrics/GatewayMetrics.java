package io.spindle.gateway.metrics;

import com.codahale.metrics.MetricRegistry;

/**
 * Everything that the gateway measures, by concern, kept in one registry. Thread-safe; counting costs an add or two on
 * objects that are resolved beforehand.
 *
 * <p><b>Shared registries.</b> A host's registry may serve several gateways of one JVM. They then count into the same
 * series, as Prometheus expects of a process: counters add up, and {@code gateway_websocket_connections} is the sum.
 * Nothing is removed when a gateway closes: the others still count there. A host that wants them apart gives each its
 * own registry.
 *
 * <p>Names, labels and buckets are a contract with existing dashboards; histograms hold nanoseconds and are exposed in seconds.
 */
public final class GatewayMetrics {
    private final MetricRegistry registry;
    private final ConnectionMetrics connections;
    private final ChannelMetrics channels;
    private final RouteMetrics routes;
    private final RedisMetrics redis;
    private final HttpMetrics http;
    private final WorkerMetrics workers;
    private final RpcMetrics rpc;
    private final ProxyMetrics proxies;

    /** @throws IllegalArgumentException if the registry holds another type of metric under one of the gateway's names */
    public GatewayMetrics(MetricRegistry registry) {
        this.registry = registry;
        this.connections = new ConnectionMetrics(registry, System::nanoTime);
        this.channels = new ChannelMetrics(registry);
        this.routes = new RouteMetrics(registry);
        this.redis = new RedisMetrics(registry);
        this.http = new HttpMetrics(registry);
        this.workers = new WorkerMetrics(registry);
        this.rpc = new RpcMetrics(registry);
        this.proxies = new ProxyMetrics(registry);
    }

    public MetricRegistry registry() {
        return registry;
    }

    public ConnectionMetrics connections() {
        return connections;
    }

    public ChannelMetrics channels() {
        return channels;
    }

    public RouteMetrics routes() {
        return routes;
    }

    public RedisMetrics redis() {
        return redis;
    }

    public HttpMetrics http() {
        return http;
    }

    public WorkerMetrics workers() {
        return workers;
    }

    public RpcMetrics rpc() {
        return rpc;
    }

    public ProxyMetrics proxies() {
        return proxies;
    }
}
