package io.spindle.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HealthEndpointTest {
    private static final String HEALTHY = "{\"status\":\"healthy\"}";
    private static final List<Endpoint> THREE = List.of(Endpoint.WEBSOCKET, Endpoint.PRESENCE, Endpoint.METRICS);

    @Test
    void aHealthyGatewaySaysSoOnEveryPort() throws Exception {
        try (HttpEdge edge = threePorts().start()) {
            for (Endpoint listener : THREE) {
                assertEquals(HEALTHY, edge.get(listener, "/health/live").body());
                assertEquals(HEALTHY, edge.get(listener, "/health/ready").body());
            }
            HttpExchange.Answer answer = edge.get(Endpoint.WEBSOCKET, "/health");
            assertEquals(200, answer.status());
            assertEquals("application/json", answer.header("Content-Type"));
            assertEquals(HEALTHY, answer.body());
            assertEquals(HEALTHY, edge.get(Endpoint.PRESENCE, "/health").body());
        }
    }

    @Test
    void aPortOfMetricsAloneSaysOk() throws Exception {
        try (HttpEdge edge = threePorts().start()) {
            HttpExchange.Answer answer = edge.get(Endpoint.METRICS, "/health");

            assertEquals(200, answer.status());
            assertEquals("OK", answer.body().strip());
        }
    }

    @Test
    void aProblemIs503WithAFixedText() throws Exception {
        HttpEdge edge = threePorts();
        edge.health = () -> Optional.of(HealthProblem.REDIS_UNREACHABLE);
        try (edge) {
            edge.start();
            for (String path : List.of("/health", "/health/ready")) {
                HttpExchange.Answer answer = edge.get(Endpoint.PRESENCE, path);
                assertEquals(503, answer.status());
                assertEquals("{\"status\":\"unhealthy\",\"error\":\"redis is unreachable\"}", answer.body());
            }
            assertEquals(503, edge.get(Endpoint.METRICS, "/health/ready").status());
        }
    }

    @Test
    void theProcessLivesWhateverElseIsWrong() throws Exception {
        HttpEdge edge = threePorts();
        edge.health = () -> Optional.of(HealthProblem.REDIS_UNREACHABLE);
        try (edge) {
            edge.start();
            for (Endpoint listener : THREE) {
                assertEquals(200, edge.get(listener, "/health/live").status());
            }
        }
    }

    @Test
    void aCheckThatThrowsIsUnhealthyWithoutAWordOfWhy() throws Exception {
        HttpEdge edge = new HttpEdge();
        edge.health = () -> {
            throw new IllegalStateException("redis://user:password@10.0.0.7");
        };
        try (edge) {
            HttpExchange.Answer answer = edge.start().get("/health");

            assertEquals(503, answer.status());
            assertFalse(answer.body().contains("redis"));
        }
    }

    @Test
    void loadBalancersMayAskWithAnyMethod() throws Exception {
        try (HttpEdge edge = new HttpEdge().start()) {
            for (String method : List.of("HEAD", "OPTIONS", "POST")) {
                assertEquals(
                        200,
                        HttpExchange.send(edge.port(Endpoint.WEBSOCKET), method, "/health")
                                .status());
            }
        }
    }

    private static HttpEdge threePorts() {
        HttpEdge edge = new HttpEdge();
        edge.listeners = List.of(
                ListenerSettings.clients("127.0.0.1", 0, Set.of(Endpoint.WEBSOCKET)),
                ListenerSettings.http("127.0.0.1", 0, Set.of(Endpoint.PRESENCE)),
                ListenerSettings.metrics("127.0.0.1", 0));
        return edge;
    }
}
