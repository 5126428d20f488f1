package io.spindle.gateway.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.Refusal;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names, labels and buckets that existing dashboards rely on. */
class ContractMetricsTest {
    private static final long MILLISECOND = 1_000_000;

    private final MetricRegistry registry = new MetricRegistry();
    private final GatewayMetrics metrics = new GatewayMetrics(registry);

    @Test
    void publishesCountByOutcomeAndReason() throws Exception {
        metrics.channels().published(3 * MILLISECOND);
        metrics.channels().publishRejected("text_too_long");
        metrics.channels().publishFailed(Refusal.NO_WORKER.reason());

        assertExposed("gateway_publish_total{status=\"success\",reason=\"\"} 1");
        assertExposed("gateway_publish_total{status=\"rejected\",reason=\"text_too_long\"} 1");
        assertExposed("gateway_publish_total{status=\"error\",reason=\"no_worker\"} 1");
        assertExposed("# TYPE gateway_publish_total counter");
    }

    @Test
    void everyRefusalIsAReasonOfItsOwn() throws Exception {
        for (Refusal refusal : Refusal.values()) {
            metrics.channels().publishFailed(refusal.reason());
            metrics.channels().presenceEventLost(refusal.reason());

            assertExposed("gateway_publish_total{status=\"error\",reason=\"" + refusal.reason() + "\"} 1");
            assertExposed("gateway_presence_events_lost_total{reason=\"" + refusal.reason() + "\"} 1");
        }
    }

    @Test
    void reasonsOfAHostsPolicyCountAsCustom() throws Exception {
        metrics.channels().publishRejected("user 42 is on holiday");
        metrics.channels().publishRejected("another text");
        metrics.channels().subscribeRejected("no such room: chat:secret");

        assertExposed("gateway_publish_total{status=\"rejected\",reason=\"custom\"} 2");
        assertExposed("gateway_subscribe_total{status=\"rejected\",reason=\"custom\"} 1");
        assertTrue(exposition().noneMatch(line -> line.contains("holiday") || line.contains("secret")));
    }

    @Test
    void latenciesFillTheContractsBuckets() throws Exception {
        metrics.channels().published(1 * MILLISECOND);
        metrics.channels().published(7 * MILLISECOND);
        metrics.channels().published(2_000 * MILLISECOND);

        assertEquals(
                List.of(
                        "gateway_publish_latency_seconds_bucket{le=\"0.001\"} 1",
                        "gateway_publish_latency_seconds_bucket{le=\"0.005\"} 1",
                        "gateway_publish_latency_seconds_bucket{le=\"0.01\"} 2",
                        "gateway_publish_latency_seconds_bucket{le=\"0.025\"} 2",
                        "gateway_publish_latency_seconds_bucket{le=\"0.05\"} 2",
                        "gateway_publish_latency_seconds_bucket{le=\"0.1\"} 2",
                        "gateway_publish_latency_seconds_bucket{le=\"0.25\"} 2",
                        "gateway_publish_latency_seconds_bucket{le=\"0.5\"} 2",
                        "gateway_publish_latency_seconds_bucket{le=\"1\"} 2",
                        "gateway_publish_latency_seconds_bucket{le=\"+Inf\"} 3",
                        "gateway_publish_latency_seconds_sum 2.008",
                        "gateway_publish_latency_seconds_count 3"),
                exposition()
                        .filter(line -> line.startsWith("gateway_publish_latency_seconds"))
                        .toList());
    }

    @Test
    void bucketsOfTheOtherHistogramsAreTheContracts() throws Exception {
        metrics.connections().closed(MILLISECOND);
        metrics.http().request("GET", "/health", 200, MILLISECOND);
        metrics.redis().operation("append", true, MILLISECOND);

        assertEquals("1 5 10 30 60 300 600 1800 3600 +Inf", buckets("gateway_connection_duration_seconds"));
        assertEquals(
                "0.005 0.01 0.025 0.05 0.1 0.25 0.5 1 2.5 5 10 +Inf", buckets("gateway_http_request_duration_seconds"));
        assertEquals("0.0005 0.001 0.005 0.01 0.025 0.05 0.1 +Inf", buckets("gateway_redis_latency_seconds"));
    }

    @Test
    void connectionsAreCountedFromAttemptToEnd() throws Exception {
        metrics.connections().opened();
        metrics.connections().opened();
        metrics.connections().connectAttempt();
        metrics.connections().connectRejected();
        metrics.connections().inbound(3);
        metrics.connections().outbound(5);
        metrics.connections().closed(MILLISECOND);

        assertExposed("# TYPE gateway_websocket_connections gauge");
        assertExposed("gateway_websocket_connections 1");
        assertExposed("gateway_connect_total{status=\"attempt\"} 1");
        assertExposed("gateway_connect_total{status=\"success\"} 0");
        assertExposed("gateway_connect_total{status=\"rejected\"} 1");
        assertExposed("gateway_websocket_messages_total{direction=\"inbound\"} 3");
        assertExposed("gateway_websocket_messages_total{direction=\"outbound\"} 5");
    }

    @Test
    void disconnectsTellWhetherSdksComeBack() throws Exception {
        metrics.connections().disconnected(Disconnect.SLOW);
        metrics.connections().disconnected(new Disconnect(3500, "invalid token"));
        metrics.connections().disconnected(new Disconnect(4100, "goodbye, user 42"));
        metrics.connections().disconnected(new Disconnect(4100, "goodbye, user 43"));

        assertExposed("gateway_disconnect_total{reason=\"slow\",code=\"3008\",reconnect=\"true\"} 1");
        assertExposed("gateway_disconnect_total{reason=\"invalid token\",code=\"3500\",reconnect=\"false\"} 1");
        assertExposed("gateway_disconnect_total{reason=\"custom\",code=\"4100\",reconnect=\"true\"} 2");
    }

    @Test
    void everyBuiltInDisconnectIsKnownByItsText() throws Exception {
        List<Disconnect> builtIn = Arrays.stream(Disconnect.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Disconnect.class)
                .map(field -> {
                    try {
                        return (Disconnect) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();

        builtIn.forEach(metrics.connections()::disconnected);

        for (Disconnect disconnect : builtIn) {
            assertExposed("gateway_disconnect_total{reason=\"" + disconnect.reason() + "\",code=\"" + disconnect.code()
                    + "\",reconnect=\"" + disconnect.reconnects() + "\"} 1");
        }
    }

    @Test
    void routesAndRedisAreCounted() throws Exception {
        metrics.routes().cacheHit();
        metrics.routes().cacheMiss();
        metrics.redis().operation("append", true, MILLISECOND);
        metrics.redis().operation("append", false, MILLISECOND);

        assertExposed("gateway_route_cache_hits_total 1");
        assertExposed("gateway_route_cache_misses_total 1");
        assertExposed("gateway_redis_operations_total{operation=\"append\",status=\"success\"} 1");
        assertExposed("gateway_redis_operations_total{operation=\"append\",status=\"error\"} 1");
        assertExposed("gateway_redis_latency_seconds_count{operation=\"append\"} 2");
    }

    @Test
    void methodsThatClientsInventAreOneSeries() throws Exception {
        metrics.http().request("BREW", "/health", 200, MILLISECOND);
        metrics.http().request("STEEP", "/health", 200, MILLISECOND);
        metrics.http().request("GET", "/health", 200, MILLISECOND);

        assertExposed("gateway_http_requests_total{method=\"other\",path=\"/health\",status=\"200\"} 2");
        assertExposed("gateway_http_requests_total{method=\"GET\",path=\"/health\",status=\"200\"} 1");
    }

    @Test
    void gatewaysThatShareARegistryAddUp() throws Exception {
        GatewayMetrics second = new GatewayMetrics(registry);
        metrics.connections().opened();
        second.connections().opened();
        metrics.channels().published(MILLISECOND);
        second.channels().published(MILLISECOND);

        assertExposed("gateway_websocket_connections 2");
        assertExposed("gateway_publish_total{status=\"success\",reason=\"\"} 2");
        assertExposed("gateway_publish_latency_seconds_count 2");
    }

    private void assertExposed(String line) throws Exception {
        assertTrue(exposition().anyMatch(line::equals), () -> line + " is not in\n" + text());
    }

    private String buckets(String histogram) throws Exception {
        return exposition()
                .filter(line -> line.startsWith(histogram + "_bucket"))
                .map(line -> line.replaceAll(".*le=\"([^\"]+)\".*", "$1"))
                .collect(Collectors.collectingAndThen(Collectors.toList(), found -> {
                    assertEquals(found.size(), new TreeSet<>(found).size());
                    return String.join(" ", found);
                }));
    }

    private Stream<String> exposition() {
        return text().lines();
    }

    private String text() {
        StringBuilder out = new StringBuilder();
        try {
            new PrometheusText(registry).writeTo(out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString();
    }
}
