package io.spindle.gateway.metrics;

import com.codahale.metrics.Counter;
import com.codahale.metrics.Histogram;
import com.codahale.metrics.MetricRegistry;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** HTTP requests. Thread-safe. */
public final class HttpMetrics {
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");
    private static final String OTHER_METHOD = "other";

    private final MetricRegistry registry;
    private final Map<Answer, Counter> requests = new ConcurrentHashMap<>();
    private final Map<Route, Histogram> durations = new ConcurrentHashMap<>();

    HttpMetrics(MetricRegistry registry) {
        this.registry = registry;
    }

    /** One request; {@code path} is the pattern of the route, never the path itself. */
    public void request(String method, String path, int status, long durationNanos) {
        // A method is any token that the client likes to send.
        Route route = new Route(METHODS.contains(method) ? method : OTHER_METHOD, path);
        requests.computeIfAbsent(new Answer(route, status), this::counter).inc();
        durations.computeIfAbsent(route, this::histogram).update(durationNanos);
    }

    private Counter counter(Answer answer) {
        return registry.counter(MetricName.HTTP_REQUESTS.series(
                answer.route.method, answer.route.path, Integer.toString(answer.status)));
    }

    private Histogram histogram(Route route) {
        return Histograms.register(registry, MetricName.HTTP_REQUEST_DURATION, route.method, route.path);
    }

    private record Route(String method, String path) {}

    private record Answer(Route route, int status) {}
}
