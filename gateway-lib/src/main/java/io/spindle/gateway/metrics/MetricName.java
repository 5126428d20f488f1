package io.spindle.gateway.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The gateway's metrics: names, labels and buckets are a contract with existing dashboards.
 *
 * <p>A series is kept in the registry under its name in Prometheus' notation, for example
 * {@code gateway_publish_total{status="success",reason=""}}. No label holds a channel, a user, a client's id or free
 * text, so their number is bounded whatever clients do.
 */
enum MetricName {
    CONNECT("gateway_connect_total", "Connect commands by outcome.", "status"),
    SUBSCRIBE("gateway_subscribe_total", "Subscribe commands by outcome.", "status", "reason"),
    PUBLISH("gateway_publish_total", "Publish commands by outcome.", "status", "reason"),
    PUBLISH_LATENCY(
            "gateway_publish_latency_seconds",
            "Time from reading a publish command to its successful answer.",
            new double[] {.001, .005, .01, .025, .05, .1, .25, .5, 1}),
    PRESENCE_EVENTS_LOST(
            "gateway_presence_events_lost_total",
            "Joins and leaves that could not be taken to their worker.",
            "reason"),
    RPC("gateway_rpc_total", "Remote calls by outcome.", "status", "reason"),
    RPC_LATENCY(
            "gateway_rpc_latency_seconds",
            "Time from reading a remote call to its successful answer.",
            new double[] {.001, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5}),
    WEBSOCKET_CONNECTIONS("gateway_websocket_connections", "Open WebSocket connections."),
    WEBSOCKET_MESSAGES("gateway_websocket_messages_total", "Commands read, replies and pushes written.", "direction"),
    DISCONNECT("gateway_disconnect_total", "Ended connections by disconnect code.", "reason", "code", "reconnect"),
    CONNECTION_DURATION(
            "gateway_connection_duration_seconds",
            "Time from the opening of a connection to its end.",
            new double[] {1, 5, 10, 30, 60, 300, 600, 1800, 3600}),
    RECONNECT("gateway_reconnect_total", "Connects of users who had left less than a minute before.", "status"),
    HTTP_REQUESTS("gateway_http_requests_total", "HTTP requests by route.", "method", "path", "status"),
    HTTP_REQUEST_DURATION(
            "gateway_http_request_duration_seconds",
            "Time to answer an HTTP request.",
            new double[] {.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10},
            "method",
            "path"),
    ROUTE_CACHE_HITS("gateway_route_cache_hits_total", "Routes found in the cache."),
    ROUTE_CACHE_MISSES("gateway_route_cache_misses_total", "Routes that had to be read."),
    REDIS_OPERATIONS("gateway_redis_operations_total", "Round trips to Redis by outcome.", "operation", "status"),
    REDIS_LATENCY(
            "gateway_redis_latency_seconds",
            "Time of a round trip to Redis.",
            new double[] {.0005, .001, .005, .01, .025, .05, .1},
            "operation"),
    PROXY_REQUESTS("gateway_proxy_requests_total", "Requests to HTTP proxies by outcome.", "event", "status"),
    PROXY_LATENCY(
            "gateway_proxy_latency_seconds",
            "Time from sending a request to an HTTP proxy to its answer or its failure.",
            new double[] {.001, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10},
            "event"),
    PROXY_IN_FLIGHT("gateway_proxy_in_flight", "Requests to HTTP proxies that are not answered yet.", "event"),
    WORKER_EVENTS("gateway_worker_events_total", "Events of workers in this process by outcome.", "status"),
    WORKER_BACKLOG("gateway_worker_backlog", "Events that wait for workers in this process."),
    WORKER_BLOCKED_CHANNELS(
            "gateway_worker_blocked_channels", "Channels that wait because the store of dead letters is full."),
    WORKER_REPLIES_REFUSED(
            "gateway_worker_replies_refused_total", "Answers of handlers that no remote call waited for.");

    private static final Map<String, MetricName> BY_FAMILY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(MetricName::family, name -> name));

    private final String family;
    private final String help;
    private final double[] bucketsSeconds;
    private final List<String> labels;

    MetricName(String family, String help, String... labels) {
        this(family, help, new double[0], labels);
    }

    MetricName(String family, String help, double[] bucketsSeconds, String... labels) {
        this.family = family;
        this.help = help;
        this.bucketsSeconds = bucketsSeconds;
        this.labels = List.of(labels);
    }

    static Optional<MetricName> ofFamily(String family) {
        return Optional.ofNullable(BY_FAMILY.get(family));
    }

    String family() {
        return family;
    }

    String help() {
        return help;
    }

    /** The buckets of a histogram in this metric's unit, as a reservoir to be filled with nanoseconds. */
    BucketReservoir newReservoir() {
        return new BucketReservoir(bucketsSeconds);
    }

    /** The registry's name of one series; values in the order of the labels. */
    String series(String... values) {
        if (values.length != labels.size()) {
            throw new IllegalArgumentException(family + ": labels " + labels + ", values " + Arrays.toString(values));
        }
        if (values.length == 0) {
            return family;
        }
        StringBuilder name = new StringBuilder(family);
        for (int i = 0; i < values.length; i++) {
            name.append(i == 0 ? '{' : ',').append(labels.get(i)).append("=\"");
            name.append(PrometheusName.escapeLabelValue(values[i])).append('"');
        }
        return name.append('}').toString();
    }
}
