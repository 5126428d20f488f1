package io.spindle.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.api.auth.Authenticator;
import io.spindle.gateway.api.auth.ConnectAttempt;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.RawClient;
import io.spindle.gateway.client.RawSocketClient;
import io.spindle.gateway.conformance.Proves;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many connections a gateway has: in all, of one user, from one address. */
class ConnectionLimitsTest {
    private static final String ANN = "ann";
    private static final String EXPIRED = "expired";

    private Gateway gateway;

    @AfterEach
    void closeGateway() {
        gateway.close();
    }

    @Test
    void aHandshakeOverTheLimitInAllIsAnsweredWith503ThatNamesTheLimit() throws Exception {
        start(builder -> builder.maxConnections(2));
        try (RawClient first = RawClient.open(uri());
                RawClient second = RawClient.open(uri())) {
            assertTrue(first.isOpen() && second.isOpen());

            String answer = handshakeToItsEnd("");

            assertTrue(answer.startsWith("HTTP/1.1 503 "), answer);
            assertTrue(answer.endsWith("\r\n\r\ntoo many connections (maxConnections)\n"), answer);
        }
    }

    @Test
    void eachEndedConnectionMakesRoomForOneMore() throws Exception {
        start(builder -> builder.maxConnections(2));
        try (RawClient kept = RawClient.open(uri())) {
            for (int round = 0; round < 3; round++) {
                RawSocketClient ended = RawSocketClient.open(uri());
                assertEquals(503, status());
                ended.reset();
                until(() -> gateway.connectionCount() == 1);
                try (RawClient next = openWhenThereIsRoom()) {
                    assertTrue(next.isOpen());
                    assertEquals(503, status());
                }
                until(() -> gateway.connectionCount() == 1);
            }
            assertTrue(kept.isOpen());
        }
    }

    @Test
    void aHandshakeThatFailsTakesNoRoom() throws Exception {
        start(builder -> builder.maxConnections(1).maxConnectionsPerAddress(1));
        for (int i = 0; i < 3; i++) {
            String answer = handshakeToItsEnd("?format=%ZZ");
            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        }

        try (RawClient client = openWhenThereIsRoom()) {
            assertTrue(client.isOpen());
        }
    }

    @Test
    @Proves("C30")
    void aUsersConnectionOverTheLimitIsClosedWith3504AndTheOthersStay() {
        start(builder -> builder.maxConnectionsPerUser(1));
        try (JsonClient first = connected("alice");
                JsonClient bob = connected("bob");
                JsonClient second = JsonClient.open(uri())) {
            second.send("connect", "{\"token\":\"alice\"}");

            assertEquals("connection limit", second.expectClose(3504).reason());
            assertTrue(first.isOpen() && bob.isOpen());
        }
    }

    @Test
    void aUserMayComeBackAfterItsConnectionEndedOrExpiredAtOnce() {
        start(builder -> builder.maxConnectionsPerUser(1));
        for (int round = 0; round < 3; round++) {
            try (JsonClient late = JsonClient.open(uri())) {
                assertEquals(110, late.connect(EXPIRED).errorCode());
            }
            connected(ANN).close();
            until(() -> gateway.connectionCount() == 0);
        }
    }

    @Test
    void theLimitOfAUserIsCheckedBeforeTheExpiry() {
        start(builder -> builder.maxConnectionsPerUser(1));
        try (JsonClient first = connected(ANN);
                JsonClient second = JsonClient.open(uri())) {
            second.send("connect", "{\"token\":\"" + EXPIRED + "\"}");

            second.expectClose(3504);
            assertTrue(first.isOpen());
        }
    }

    @Test
    @Proves("C30")
    void anonymousClientsAreNoUser() {
        start(builder -> builder.maxConnectionsPerUser(1));
        try (JsonClient first = connected("");
                JsonClient second = connected("")) {
            assertTrue(first.isOpen() && second.isOpen());
        }
    }

    @Test
    void anAddressHasItsLimitWhateverItSaysAboutItself() throws Exception {
        start(builder -> builder.maxConnectionsPerAddress(1));
        try (RawClient first = RawClient.open(uri())) {
            assertEquals(503, status("X-Forwarded-For: 203.0.113.7"));
            assertTrue(first.isOpen());
        }
        until(() -> gateway.connectionCount() == 0);

        try (RawClient next = openWhenThereIsRoom()) {
            assertTrue(next.isOpen());
        }
    }

    @Test
    void behindATrustedProxyTheForwardedAddressCounts() throws Exception {
        start(builder ->
                builder.maxConnectionsPerAddress(1).trustedProxies(List.of("127.0.0.0/8", "::1", "10.0.0.0/8")));
        try (RawSocketClient first = RawSocketClient.open(uri(), "X-Forwarded-For: 203.0.113.7");
                RawSocketClient other = RawSocketClient.open(uri(), "X-Forwarded-For: 203.0.113.8, 10.0.0.1")) {
            assertEquals(503, status("X-Forwarded-For: 203.0.113.7"));
            assertEquals(503, status("X-Forwarded-For: 198.51.100.1, 203.0.113.7, 10.0.0.1"));
            first.sendText("{\"id\":1,\"connect\":{}}");
            assertFalse(first.read().text().isEmpty());
            other.sendText("{\"id\":1,\"connect\":{}}");
            assertFalse(other.read().text().isEmpty());
        }
    }

    @Test
    void thereIsNoLimitByDefault() {
        start(builder -> builder);
        try (JsonClient first = connected("alice");
                JsonClient second = connected("alice")) {
            assertTrue(first.isOpen() && second.isOpen());
        }
    }

    private void start(UnaryOperator<GatewayBuilder> settings) {
        gateway = settings.apply(Gateway.builder().port(0).authenticator(new TokenIsUser()))
                .build();
        try {
            gateway.start();
        } catch (GatewayStartException e) {
            throw new AssertionError(e);
        }
    }

    private URI uri() {
        return URI.create("ws://127.0.0.1:" + gateway.port() + "/connection/websocket");
    }

    private JsonClient connected(String token) {
        JsonClient client = JsonClient.open(uri());
        assertEquals(0, client.connect(token).errorCode());
        return client;
    }

    private int status(String... headers) throws Exception {
        try (RawSocketClient client = RawSocketClient.connect(uri())) {
            return client.handshake(headers).status();
        }
    }

    /** The room of a connection is free once its socket is gone, which the client sees before the gateway does. */
    private RawClient openWhenThereIsRoom() {
        RawClient[] opened = new RawClient[1];
        until(() -> {
            try {
                opened[0] = RawClient.open(uri());
                return true;
            } catch (CompletionException refused) {
                return false;
            }
        });
        return opened[0];
    }

    private String handshakeToItsEnd(String query) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            socket.setSoTimeout(10_000);
            String request =
                    "GET /connection/websocket" + query + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                            + "Connection: Upgrade, close\r\nSec-WebSocket-Version: 13\r\n"
                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "not so within 20 s");
            Thread.onSpinWait();
        }
    }

    /** Takes the token for the user's id; one token is Ann's, and has expired. */
    private static final class TokenIsUser implements Authenticator {
        @Override
        public CompletionStage<Authentication> authenticate(ConnectAttempt attempt) {
            return CompletableFuture.completedFuture(
                    attempt.token().equals(EXPIRED)
                            ? Authentication.Accepted.user(ANN)
                                    .withExpiry(Optional.of(Instant.EPOCH), Refresh.BY_CLIENT)
                            : Authentication.Accepted.user(attempt.token()));
        }

        @Override
        public CompletionStage<Authentication> refresh(ConnectedClient client, String token) {
            return CompletableFuture.completedFuture(Authentication.Accepted.user(token));
        }
    }
}
