package io.spindle.gateway.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.protocol.Encoding;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients of a real gateway whose keys are on another server. */
class KeySetConnectTest {
    private static final KeySetServer SERVER = new KeySetServer();
    private static final String KNOWN = Jwk.of("rsa", SignedToken.RSA.getPublic());
    private static final String ALICE = KeySetTokens.token("rsa", "RS256", SignedToken.RSA.getPrivate());

    @RegisterExtension
    final GatewayExtension gateway = new GatewayExtension(builder -> builder.authenticator(
            JwtAuthenticator.builder().jwks(SERVER.url("/jwks")).build()));

    @BeforeEach
    void serve() {
        SERVER.serve(KNOWN);
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @ParameterizedTest
    @EnumSource
    @Proves("K16")
    void aKnownKeyLetsItsBearersIn(Encoding encoding) {
        assertEquals(0, gateway.open(encoding).connect(ALICE));
    }

    @Test
    @Proves("K16")
    void anUnknownKeyEndsTheConnection() {
        JsonClient client = gateway.open();

        client.send(
                "connect",
                "{\"token\":\"" + KeySetTokens.token("other", "RS256", SignedToken.RSA.getPrivate()) + "\"}");

        assertEquals("invalid token", client.expectClose(3500).reason());
    }

    @Test
    void manyMayWaitForAKeyWhileNobodyElseDoes() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        SERVER.answer(exchange -> {
            asked.countDown();
            try {
                released.await();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
            KeySetServer.send(exchange, 200, Jwk.set(KNOWN));
        });
        int before = SERVER.fetches();
        List<JsonClient> waiting = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            JsonClient client = gateway.open();
            client.send("connect", "{\"token\":\"" + ALICE + "\"}");
            waiting.add(client);
        }
        asked.await();

        JsonClient unsigned = gateway.open();
        unsigned.send("connect", "{\"token\":\"garbage\"}");
        unsigned.expectClose(3500);
        released.countDown();

        for (JsonClient client : waiting) {
            assertEquals(0, client.awaitReply(1).errorCode());
        }
        assertEquals(before + 1, SERVER.fetches());
    }
}
