package io.spindle.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MetricsEndpointTest {
    @Test
    void scrapesGetPrometheusText() throws Exception {
        try (HttpEdge edge = new HttpEdge().start()) {
            HttpExchange.Answer answer = edge.get("/metrics");

            assertEquals(200, answer.status());
            assertEquals("text/plain; version=0.0.4; charset=utf-8", answer.header("Content-Type"));
            assertTrue(answer.body().contains("# TYPE gateway_websocket_connections gauge\n"));
        }
    }

    @Test
    void requestsAreCountedByTheirRoutesPattern() throws Exception {
        try (HttpEdge edge = new HttpEdge().start()) {
            edge.get("/health");
            edge.get("/channels/chat:secret/presence");
            edge.get("/channels/chat:other/presence", "Host: elsewhere");
            edge.get("/nowhere/secret");

            String text = edge.get("/metrics").body();

            assertLine(text, "gateway_http_requests_total{method=\"GET\",path=\"/health\",status=\"200\"} 1");
            String presence =
                    "gateway_http_requests_total{method=\"GET\",path=\"/channels/{channel}/presence\",status=";
            assertLine(text, presence + "\"200\"} 1");
            assertLine(text, presence + "\"403\"} 1");
            assertLine(
                    text,
                    "gateway_http_request_duration_seconds_count{method=\"GET\",path=\"/channels/{channel}/presence\"} 2");
            assertFalse(text.contains("secret"));
        }
    }

    @Test
    void aGaugeThatTakesItsTimeHoldsNoOtherRequestUp() throws Exception {
        try (HttpEdge edge = new HttpEdge().start()) {
            CountDownLatch asked = new CountDownLatch(1);
            CountDownLatch mayAnswer = new CountDownLatch(1);
            edge.registry.registerGauge("slow", () -> {
                asked.countDown();
                try {
                    return mayAnswer.await(20, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            CompletableFuture<HttpExchange.Answer> scrape = CompletableFuture.supplyAsync(() -> {
                try {
                    return edge.get("/metrics");
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            assertTrue(asked.await(20, TimeUnit.SECONDS));

            assertEquals(200, edge.get("/health").status());

            mayAnswer.countDown();
            assertLine(scrape.get(20, TimeUnit.SECONDS).body(), "slow 1");
        }
    }

    private static void assertLine(String text, String line) {
        assertTrue(text.lines().anyMatch(line::equals), () -> line + " is not in\n" + text);
    }
}
