package io.spindle.gateway.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.conformance.Proves;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys of a set on another server vouch for a token, and when the set is fetched. */
class KeySetTest {
    private static final String RSA = KeySetTokens.token("rsa", "RS256", SignedToken.RSA.getPrivate());

    private final KeySetServer server = new KeySetServer();
    private final AtomicLong nanoTime = new AtomicLong();
    private final JwtAuthenticator authenticator = KeySetTokens.authenticator(server.url("/jwks"), nanoTime);

    @AfterEach
    void close() {
        server.close();
    }

    private Outcome connect(String keyId, String algorithm, KeyPair pair) {
        return Outcome.ofConnect(authenticator, KeySetTokens.token(keyId, algorithm, pair.getPrivate()));
    }

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }

    @Test
    void keysOfEachKindVouchForTheAlgorithmsOfTheirKind() {
        server.serve(
                Jwk.of("rsa", SignedToken.RSA.getPublic()),
                Jwk.of("p256", SignedToken.P256.getPublic()),
                Jwk.of("p384", SignedToken.P384.getPublic()),
                Jwk.of("p521", SignedToken.P521.getPublic()),
                Jwk.of("ed", SignedToken.ED25519.getPublic()));

        for (String algorithm : new String[] {"RS256", "RS384", "RS512"}) {
            connect("rsa", algorithm, SignedToken.RSA).accepted();
        }
        connect("p256", "ES256", SignedToken.P256).accepted();
        connect("p384", "ES384", SignedToken.P384).accepted();
        connect("p521", "ES512", SignedToken.P521).accepted();
        assertEquals(
                "alice", connect("ed", "EdDSA", SignedToken.ED25519).accepted().userId());
    }

    @Test
    void aKeyThatNamesItsAlgorithmVouchesForNoOther() {
        server.serve(Jwk.of("rsa", SignedToken.RSA.getPublic(), new Jwk.Algorithm("RS384")));

        connect("rsa", "RS384", SignedToken.RSA).accepted();
        connect("rsa", "RS256", SignedToken.RSA).invalid();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"use\":\"enc\"", ",\"use\":\"SIG\"", ",\"key_ops\":[\"verify\"]"})
    void aKeyThatIsNotForSignaturesIsInvisible(String use) {
        server.serve(Jwk.of("rsa", SignedToken.RSA.getPublic(), use));

        Outcome.ofConnect(authenticator, RSA).invalid();
        assertEquals(1, server.fetches());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"alg\":\"RS256\"}", "{\"alg\":\"RS256\",\"kid\":\"\"}", "{\"alg\":\"RS256\",\"kid\":7}"})
    void aTokenThatNamesNoKeyIsInvalidWithoutAFetch(String header) {
        server.serve(Jwk.of("7", SignedToken.RSA.getPublic()), Jwk.of("", SignedToken.RSA.getPublic()));

        Outcome.ofConnect(
                        authenticator,
                        SignedToken.signed(header, "RS256", SignedToken.RSA.getPrivate(), "{\"sub\":\"alice\"}"))
                .invalid();
        assertEquals(0, server.fetches());
    }

    @Test
    void aKeyThatIsKnownIsNotFetchedAgain() {
        server.serve(Jwk.of("rsa", SignedToken.RSA.getPublic()), Jwk.of("ed", SignedToken.ED25519.getPublic()));

        for (int i = 0; i < 5; i++) {
            Outcome.ofConnect(authenticator, RSA).accepted();
            pass(Duration.ofMinutes(1));
        }
        connect("ed", "EdDSA", SignedToken.ED25519).accepted();
        assertEquals(1, server.fetches());
    }

    @Test
    void allWhoWaitShareOneRequestAndNoneOfThemBlocks() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        server.answer(exchange -> {
            asked.countDown();
            await(released);
            KeySetServer.send(exchange, 200, Jwk.set(Jwk.of("rsa", SignedToken.RSA.getPublic())));
        });

        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            outcomes.add(Outcome.whenConnected(authenticator, RSA));
        }
        asked.await();
        assertTrue(outcomes.stream().noneMatch(CompletableFuture::isDone));
        released.countDown();

        outcomes.forEach(outcome -> outcome.join().accepted());
        assertEquals(1, server.fetches());
    }

    @Test
    void aKnownKeyIsAtHandWhileTheSetIsFetchedForAnother() throws InterruptedException {
        server.serve(Jwk.of("rsa", SignedToken.RSA.getPublic()));
        Outcome.ofConnect(authenticator, RSA).accepted();
        pass(KeySets.FRESH);
        CountDownLatch released = new CountDownLatch(1);
        server.answer(exchange -> {
            await(released);
            KeySetServer.send(exchange, 200, Jwk.set());
        });
        CompletableFuture<Outcome> other =
                Outcome.whenConnected(authenticator, KeySetTokens.token("new", "RS256", SignedToken.RSA.getPrivate()));

        assertTrue(Outcome.whenConnected(authenticator, RSA).isDone());
        assertFalse(other.isDone());

        released.countDown();
        other.join().invalid();
    }

    @Test
    @Proves("K16")
    void anUnknownKeyIsLookedForOnceInTenSeconds() {
        server.serve(Jwk.of("rsa", SignedToken.RSA.getPublic()));
        for (int i = 0; i < 10; i++) {
            connect("guess" + i, "RS256", SignedToken.RSA).invalid();
        }
        assertEquals(1, server.fetches());

        pass(KeySets.FRESH);
        connect("guess", "RS256", SignedToken.RSA).invalid();
        connect("rsa", "RS256", SignedToken.RSA).accepted();

        assertEquals(2, server.fetches());
    }

    @Test
    void aKeyThatIsAddedIsFoundAtItsFirstUse() {
        server.serve(Jwk.of("old", SignedToken.RSA.getPublic()));
        connect("old", "RS256", SignedToken.RSA).accepted();
        server.serve(Jwk.of("old", SignedToken.RSA.getPublic()), Jwk.of("new", SignedToken.OTHER_RSA.getPublic()));
        pass(KeySets.FRESH);

        connect("new", "RS256", SignedToken.OTHER_RSA).accepted();
        connect("old", "RS256", SignedToken.RSA).accepted();
        assertEquals(2, server.fetches());
    }

    @Test
    void aWithdrawnKeyLivesOnWhileItIsUsedAndAnHourLonger() {
        server.serve(Jwk.of("rsa", SignedToken.RSA.getPublic()));
        Outcome.ofConnect(authenticator, RSA).accepted();
        server.serve();

        for (int i = 0; i < 3; i++) {
            pass(KeyCache.LIFE.minusNanos(1));
            Outcome.ofConnect(authenticator, RSA).accepted();
        }
        assertEquals(1, server.fetches());

        pass(KeyCache.LIFE);
        Outcome.ofConnect(authenticator, RSA).invalid();
        assertEquals(2, server.fetches());
    }

    @Test
    void subscriptionTokensUseTheSameKeys() {
        server.serve(Jwk.of("rsa", SignedToken.RSA.getPublic()));
        Outcome.ofConnect(authenticator, RSA).accepted();

        SubscriptionToken token = authenticator
                .subscriptionTokens()
                .verify(KeySetTokens.token(
                        "rsa", "RS256", SignedToken.RSA.getPrivate(), "{\"sub\":\"alice\",\"channel\":\"news\"}"))
                .toCompletableFuture()
                .join();

        assertTrue(token instanceof SubscriptionToken.Valid valid
                && valid.channel().equals("news"));
        assertEquals(1, server.fetches());
    }

    @Test
    void anExpiredTokenIsExpiredOnlyIfItIsSigned() {
        server.serve(Jwk.of("rsa", SignedToken.RSA.getPublic()));

        Outcome.ofConnect(
                        authenticator, KeySetTokens.token("rsa", "RS256", SignedToken.RSA.getPrivate(), "{\"exp\":1}"))
                .refused(ErrorCode.TOKEN_EXPIRED);
        Outcome.ofConnect(
                        authenticator,
                        KeySetTokens.token("rsa", "RS256", SignedToken.OTHER_RSA.getPrivate(), "{\"exp\":1}"))
                .invalid();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
