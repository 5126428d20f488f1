package io.spindle.gateway.metrics;

import com.codahale.metrics.MetricRegistry;

/** Everything that the gateway measures, by concern, kept in one registry. */
public final class GatewayMetrics {
    private final MetricRegistry registry;
    private final ConnectionMetrics connections;
    private final ChannelMetrics channels;
    private final RouteMetrics routes;
    private final RedisMetrics redis;
    private final HttpMetrics http;
    private final WorkerMetrics workers;

    public GatewayMetrics(MetricRegistry registry) {
        this.registry = registry;
        this.connections = new ConnectionMetrics(registry);
        this.channels = new ChannelMetrics(registry);
        this.routes = new RouteMetrics(registry);
        this.redis = new RedisMetrics(registry);
        this.http = new HttpMetrics(registry);
        this.workers = new WorkerMetrics(registry);
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
}
