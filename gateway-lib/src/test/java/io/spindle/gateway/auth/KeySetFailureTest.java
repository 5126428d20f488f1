package io.spindle.gateway.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that has no usable key set for us makes tokens invalid, never valid, and never holds anyone for long. */
class KeySetFailureTest {
    private static final String TOKEN = KeySetTokens.token("rsa", "RS256", SignedToken.RSA.getPrivate());
    private static final String GOOD_KEY = Jwk.of("rsa", SignedToken.RSA.getPublic());
    private static final Duration SOON = Duration.ofSeconds(10);

    private final KeySetServer server = new KeySetServer();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicLong nanoTime = new AtomicLong();
    private final JwtAuthenticator authenticator = KeySetTokens.authenticator(server.url("/jwks"), nanoTime);

    @AfterEach
    void close() {
        closing.countDown();
        server.close();
    }

    private void assertInvalidAfter(int fetches) {
        assertTimeoutPreemptively(
                SOON, () -> Outcome.ofConnect(authenticator, TOKEN).invalid());
        assertEquals(fetches, server.fetches());
    }

    private void holdUntilClosed() {
        try {
            closing.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 304, 401, 404, 500, 503})
    void anyStatusButOkFailsAfterTwoAttempts(int status) {
        server.answer(exchange ->
                KeySetServer.send(exchange, status, status == 204 || status == 304 ? "" : Jwk.set(GOOD_KEY)));

        assertInvalidAfter(2);
    }

    @Test
    void theSecondAttemptCounts() {
        AtomicInteger attempts = new AtomicInteger();
        server.answer(exchange -> {
            boolean first = attempts.incrementAndGet() == 1;
            KeySetServer.send(exchange, first ? 500 : 200, Jwk.set(GOOD_KEY));
        });

        Outcome.ofConnect(authenticator, TOKEN).accepted();
        assertEquals(2, server.fetches());
    }

    @Test
    void noServerAtAll() {
        server.close();

        assertTimeoutPreemptively(
                SOON, () -> Outcome.ofConnect(authenticator, TOKEN).invalid());
    }

    @Test
    void aServerThatIsSilentIsLeftAfterASecondPerAttempt() {
        server.answer(exchange -> holdUntilClosed());

        assertInvalidAfter(2);
    }

    @Test
    void aBodyWithoutEndIsLeftAfterASecondPerAttempt() {
        server.answer(exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            holdUntilClosed();
        });

        assertInvalidAfter(2);
    }

    @Test
    void aBodyThatIsTooLongIsNotReadToItsEnd() {
        server.answer(KeySetFailureTest::sendEndlessly);

        assertInvalidAfter(2);
    }

    private static void sendEndlessly(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] spaces = " ".repeat(8_192).getBytes(StandardCharsets.US_ASCII);
        try {
            while (true) {
                exchange.getResponseBody().write(spaces);
            }
        } catch (IOException leftAlone) {
            exchange.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "keys",
                "[]",
                "{}",
                "{\"keys\":7}",
                "{\"keys\":[7]}",
                "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"rsa\",\"use\":\"sig\"}]}"
            })
    void whatIsNoKeySetHasNoKeys(String body) {
        server.answer(exchange -> KeySetServer.send(exchange, 200, body));

        assertInvalidAfter(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kid\":\"x\",\"use\":\"sig\",\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AAAA\",\"y\":\"AAAA\"}",
                "{\"kid\":\"x\",\"use\":\"sig\",\"kty\":\"EC\",\"crv\":\"P-256\"}",
                "{\"kid\":\"x\",\"use\":\"sig\",\"kty\":\"EC\",\"crv\":\"secp256k1\",\"x\":\"AAAA\",\"y\":\"AAAA\"}",
                "{\"kid\":\"x\",\"use\":\"sig\",\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AAAA\"}",
                "{\"kid\":\"x\",\"use\":\"sig\",\"kty\":\"OKP\",\"crv\":\"Ed25519\","
                        + "\"x\":\"__________________________________________8\"}",
                "{\"kid\":\"x\",\"use\":\"sig\",\"kty\":\"OKP\",\"crv\":\"X25519\","
                        + "\"x\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}"
            })
    void oneKeyThatCantBeUsedSpoilsTheSet(String key) {
        server.serve(GOOD_KEY, key);

        assertInvalidAfter(1);
    }

    @Test
    void keysOfOtherKindsAreLeftAlone() {
        server.serve(
                "{\"kid\":\"a\",\"use\":\"sig\",\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}",
                "{\"kid\":\"b\",\"use\":\"sig\",\"kty\":\"future\"}",
                "{\"use\":\"sig\",\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}",
                GOOD_KEY);

        Outcome.ofConnect(authenticator, TOKEN).accepted();
    }

    @Test
    void aFailureStandsForASecond() {
        server.answer(exchange -> KeySetServer.send(exchange, 500, ""));
        assertInvalidAfter(2);
        assertInvalidAfter(2);

        server.serve(GOOD_KEY);
        nanoTime.addAndGet(KeySets.FAILED.toNanos());

        Outcome.ofConnect(authenticator, TOKEN).accepted();
    }

    @Test
    void aKnownKeyOutlivesTheServer() {
        server.serve(GOOD_KEY);
        Outcome.ofConnect(authenticator, TOKEN).accepted();
        server.close();
        nanoTime.addAndGet(Duration.ofMinutes(30).toNanos());

        Outcome.ofConnect(authenticator, TOKEN).accepted();
    }
}
