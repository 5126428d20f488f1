package io.spindle.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.Gateway;
import io.spindle.gateway.auth.JwtAuthenticator;
import org.junit.jupiter.api.Test;

/** A gateway that takes few connections at once. */
class NewConnectionsTest {
    @Test
    void whatComesBeyondTheLimitIsAnswered503() throws Exception {
        try (Gateway gateway = Gateway.builder()
                .port(0)
                .bindAddress("127.0.0.1")
                .init(true)
                .maxNewConnections(1)
                .authenticator(JwtAuthenticator.hmac("secret-that-is-as-long-as-a-hash-is"))
                .build()) {
            gateway.start();

            assertEquals(
                    200,
                    HttpExchange.send(gateway.port(), "GET", "/connection/init").status());
            assertEquals(
                    503,
                    HttpExchange.send(gateway.port(), "GET", "/connection/init").status());
        }
    }
}
