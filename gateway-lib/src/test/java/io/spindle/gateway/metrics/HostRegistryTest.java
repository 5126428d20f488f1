package io.spindle.gateway.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.Histogram;
import com.codahale.metrics.MetricRegistry;
import com.codahale.metrics.MetricRegistryListener;
import com.codahale.metrics.Snapshot;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** A host's registry, with what else it holds and who listens to it. */
class HostRegistryTest {
    private final MetricRegistry registry = new MetricRegistry();

    @Test
    void namesBecomeLegal() throws Exception {
        registry.counter("com.example.Jobs.running").inc(2);
        registry.counter("9 lives").inc();

        assertExposed("# TYPE com_example_Jobs_running gauge", "com_example_Jobs_running 2", "_9_lives 1");
    }

    @Test
    void labelsInANameAreKept() throws Exception {
        registry.counter("jobs_total{kind=\"a \\\"b\\\", c\"}").inc();
        registry.counter("broken{kind=\"a\",}").inc();

        assertExposed("# TYPE jobs_total counter", "jobs_total{kind=\"a \\\"b\\\", c\"} 1", "broken_kind__a___ 1");
    }

    @Test
    void labelValuesAndHelpAreEscaped() throws Exception {
        registry.counter(MetricName.REDIS_OPERATIONS.series("a\"b\\c\nd", "success"))
                .inc();
        registry.counter("line\nbreak\\").inc();

        assertExposed(
                "gateway_redis_operations_total{operation=\"a\\\"b\\\\c\\nd\",status=\"success\"} 1",
                "# HELP line_break_ Metric line\\nbreak\\\\ of the host application.");
    }

    @Test
    void gaugesAreExposedIfTheyAreNumbers() throws Exception {
        gauge("ratio", 0.25);
        gauge("limit", Double.POSITIVE_INFINITY);
        gauge("unknown", Double.NaN);
        gauge("ready", true);
        gauge("version", "1.2");

        assertExposed("ratio 0.25", "limit +Inf", "unknown NaN", "ready 1");
        assertFalse(text().contains("version"));
    }

    @Test
    void timersMetersAndHistogramsAreExposed() throws Exception {
        registry.timer("db.query").update(Duration.ofMillis(500));
        registry.meter("logins").mark(3);
        registry.histogram("batch.size").update(7);

        assertExposed(
                "# TYPE db_query_seconds summary",
                "db_query_seconds{quantile=\"0.99\"} 0.5",
                "db_query_seconds_count 1",
                "# TYPE logins_total counter",
                "logins_total 3",
                "# TYPE batch_size summary",
                "batch_size{quantile=\"0.5\"} 7",
                "batch_size_count 1");
    }

    @Test
    void oneBadMetricDoesNotHideTheOthers() throws Exception {
        registry.registerGauge("bad", () -> {
            throw new IllegalStateException("not today");
        });
        registry.counter("a.b").inc();
        registry.counter("a_b").inc();
        registry.timer("same.name");
        registry.counter("same_name_seconds").inc();
        registry.counter("last").inc();

        assertExposed("last 1");
        List<String> samples =
                text().lines().filter(line -> !line.startsWith("#")).toList();
        Set<String> series = new TreeSet<>();
        for (String sample : samples) {
            assertTrue(series.add(sample.substring(0, sample.lastIndexOf(' '))), sample);
        }
        assertFalse(text().contains("bad"));
    }

    @Test
    void familiesAreNeverTornApart() throws Exception {
        registry.counter("x_total{a=\"1\"}").inc();
        registry.counter("x_total_more").inc();
        registry.counter("x_total").inc();

        assertEquals(
                List.of("x_total 1", "x_total{a=\"1\"} 1", "x_total_more 1"),
                text().lines().filter(line -> !line.startsWith("#")).toList());
    }

    @Test
    void listenersLikeTheJmxReporterAcceptEverySeries() {
        Set<String> registered = new TreeSet<>();
        registry.addListener(new MetricRegistryListener.Base() {
            @Override
            public void onHistogramAdded(String name, Histogram histogram) {
                Snapshot snapshot = histogram.getSnapshot();
                assertEquals(0, snapshot.getMax());
                registered.add(ObjectName.quote(name));
            }
        });

        GatewayMetrics metrics = new GatewayMetrics(registry);
        metrics.redis().operation("append", true, 1);

        assertEquals(4, registered.size());
    }

    @Test
    void reportersReadEstimatesFromTheBuckets() {
        BucketReservoir reservoir = new BucketReservoir(1, 2, 4);
        for (int i = 0; i < 10; i++) {
            reservoir.update(1_500_000_000L);
        }
        reservoir.update(9_000_000_000L);

        Snapshot snapshot = reservoir.getSnapshot();

        assertEquals(11, snapshot.size());
        assertEquals(1.55e9, snapshot.getMedian(), 1e6);
        assertEquals(4e9, snapshot.getValue(1));
        assertEquals(1_000_000_000L, snapshot.getMin());
        assertEquals(4_000_000_000L, snapshot.getMax());
        assertEquals(24e9 / 11, snapshot.getMean(), 1);
        assertTrue(snapshot.getStdDev() > 0);
        ByteArrayOutputStream dump = new ByteArrayOutputStream();
        snapshot.dump(dump);
        assertEquals(
                List.of("1000000000 0", "2000000000 10", "4000000000 0", "above 1"),
                dump.toString(StandardCharsets.UTF_8).lines().toList());
    }

    @Test
    void aNameThatTheHostUsesOtherwiseIsAClearError() {
        registry.meter("gateway_route_cache_hits_total");

        assertThrows(IllegalArgumentException.class, () -> new GatewayMetrics(registry));
    }

    private void gauge(String name, Object value) {
        registry.registerGauge(name, (Gauge<Object>) () -> value);
    }

    private void assertExposed(String... lines) throws Exception {
        List<String> exposed = text().lines().toList();
        for (String line : lines) {
            assertTrue(exposed.contains(line), () -> line + " is not in\n" + String.join("\n", exposed));
        }
    }

    private String text() throws Exception {
        StringBuilder out = new StringBuilder();
        new PrometheusText(registry).writeTo(out);
        return out.toString();
    }
}
