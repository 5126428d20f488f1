package io.spindle.gateway.http.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.Gateway;
import io.spindle.gateway.GatewayBuilder;
import io.spindle.gateway.GatewayStartException;
import io.spindle.gateway.Listener;
import io.spindle.gateway.SettingsException;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.auth.JwtAuthenticator;
import io.spindle.gateway.http.Endpoint;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where the server API is served. */
class ApiListenersTest {
    @Test
    void itIsBesidePresenceIfThatHasAPort() throws GatewayStartException {
        try (Gateway gateway = started(builder().httpPort(0).serverApi(true))) {
            assertEquals(gateway.httpPort(), gateway.apiPort());
            assertNotEquals(gateway.port(), gateway.apiPort());
            assertEquals(200, status(gateway));
        }
    }

    @Test
    void elseItIsBesideClients() throws GatewayStartException {
        try (Gateway gateway = started(builder().serverApi(true))) {
            assertEquals(gateway.port(), gateway.apiPort());
            assertEquals(200, status(gateway));
        }
    }

    @Test
    void itMayHaveAPortOfItsOwn() throws GatewayStartException {
        Listener inside = new Listener("INSIDE", Optional.of("127.0.0.1"), 0, Set.of(Endpoint.API), Optional.empty());
        try (Gateway gateway = started(builder().listener(inside))) {
            assertNotEquals(gateway.port(), gateway.apiPort());
            assertEquals(200, status(gateway));
        }
    }

    @Test
    void itIsNowhereUnlessItIsAskedFor() throws GatewayStartException {
        try (Gateway gateway = started(builder().httpPort(0))) {
            assertThrows(IllegalStateException.class, gateway::apiPort);
        }
    }

    @Test
    void itsPathIsNoClients() {
        SettingsException faults = assertThrows(
                SettingsException.class,
                () -> builder()
                        .serverApi(true)
                        .path(Endpoint.API, "/connection/websocket")
                        .build());

        assertTrue(faults.getMessage().contains("path of "), faults.getMessage());
    }

    private static int status(Gateway gateway) {
        return new BackEnd(() -> gateway).ask("info", "{}").status();
    }

    private static GatewayBuilder builder() {
        return Gateway.builder()
                .port(0)
                .bindAddress("127.0.0.1")
                .authenticator(JwtAuthenticator.hmac(Tokens.SECRET))
                .apiKey(BackEnd.KEY);
    }

    private static Gateway started(GatewayBuilder builder) throws GatewayStartException {
        Gateway gateway = builder.build();
        gateway.start();
        return gateway;
    }
}
