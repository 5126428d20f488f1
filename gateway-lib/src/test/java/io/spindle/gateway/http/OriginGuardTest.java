package io.spindle.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.http.origin.TrustedProxies;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The check of pages before a WebSocket handshake. */
class OriginGuardTest {
    @Test
    @Proves("T6")
    void appsWithoutAnOriginAndTheServersOwnPagesConnect() throws Exception {
        try (HttpEdge edge = new HttpEdge().start()) {
            assertEquals(101, handshake(edge, "gateway.example.com"));
            assertEquals(101, handshake(edge, "gateway.example.com", "Origin: https://gateway.example.com"));
        }
    }

    @Test
    void otherPagesGet403ThatNamesOriginHostAndSetting() throws Exception {
        try (HttpEdge edge = new HttpEdge().start()) {
            HttpExchange.Answer refused =
                    edge.get("/connection/websocket", "Host: gateway.example.com", "Origin: https://evil.example");

            assertEquals(403, refused.status());
            for (String part : List.of(
                    "https://evil.example",
                    "gateway.example.com",
                    "client.allowed_origins",
                    "CENTRIFUGO_CLIENT_ALLOWED_ORIGINS")) {
                assertTrue(refused.body().contains(part), refused.body());
            }
        }
    }

    @Test
    void allowedPagesConnect() throws Exception {
        HttpEdge edge = new HttpEdge();
        edge.allowedOrigins = List.of("https://*.example.com");
        try (edge) {
            edge.start();
            assertEquals(101, handshake(edge, "localhost", "Origin: https://App.example.com"));
            assertEquals(403, handshake(edge, "localhost", "Origin: http://app.example.com"));
        }
    }

    @Test
    void aForwardedHostCountsFromATrustedProxyOnly() throws Exception {
        String[] headers = {"Origin: https://chat.example.com", "X-Forwarded-Host: chat.example.com"};
        HttpEdge trusting = new HttpEdge();
        trusting.proxies = TrustedProxies.of(List.of("127.0.0.0/8"));
        try (trusting;
                HttpEdge wary = new HttpEdge()) {
            assertEquals(101, handshake(trusting.start(), "10.0.0.5:8000", headers));
            assertEquals(403, handshake(wary.start(), "10.0.0.5:8000", headers));
        }
    }

    private static int handshake(HttpEdge edge, String host, String... headers) throws Exception {
        try (Socket socket = HttpExchange.open(edge.port(Endpoint.WEBSOCKET))) {
            String request = HttpExchange.upgradeRequest(host, headers);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return Integer.parseInt(
                    HttpExchange.readHead(socket.getInputStream()).substring(9, 12));
        }
    }
}
