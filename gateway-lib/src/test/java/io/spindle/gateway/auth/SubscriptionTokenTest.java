package io.spindle.gateway.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.auth.Overrides;
import io.spindle.gateway.api.auth.ServerSubscription;
import io.spindle.gateway.api.client.ConnectedClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionTokenTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String CONNECTION_SECRET = "connection0123456789abcdef012345";
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_000), ZoneOffset.UTC);
    private static final ConnectedClient ALICE = client("alice", "client-1");

    private final SubscriptionTokens tokens =
            SubscriptionTokens.builder().hmacSecret(SECRET).clock(CLOCK).build();

    private static ConnectedClient client(String userId, String clientId) {
        return new ConnectedClient(userId, clientId, userId, true, Optional.empty());
    }

    private static SubscriptionToken verify(SubscriptionTokens tokens, String token) {
        return tokens.verify(token).toCompletableFuture().join();
    }

    private SubscriptionToken verify(String claims) {
        return verify(tokens, SignedToken.hs256(SECRET, claims));
    }

    private SubscriptionToken.Valid valid(String claims) {
        return assertInstanceOf(SubscriptionToken.Valid.class, verify(claims));
    }

    private static void assertInvalid(SubscriptionToken token) {
        assertInstanceOf(SubscriptionToken.Invalid.class, token);
    }

    @Test
    void itSaysWhoMaySubscribeToWhat() {
        assertEquals(
                new SubscriptionToken.Valid(
                        "news", "alice", Optional.empty(), ServerSubscription.PLAIN, Optional.empty()),
                verify("{\"sub\":\"alice\",\"channel\":\"news\"}"));
    }

    @Test
    void itIsForOneUserAndOneChannel() {
        SubscriptionToken.Valid token = valid("{\"sub\":\"alice\",\"channel\":\"news\"}");

        assertTrue(token.isFor(ALICE, "news"));
        assertFalse(token.isFor(ALICE, "news2"));
        assertFalse(token.isFor(client("bob", "client-1"), "news"));
        assertFalse(token.isFor(client("", "client-1"), "news"));
    }

    @Test
    void withoutUserItIsForAnonymousOnes() {
        SubscriptionToken.Valid token = valid("{\"channel\":\"news\"}");

        assertTrue(token.isFor(client("", "client-1"), "news"));
        assertFalse(token.isFor(ALICE, "news"));
    }

    @Test
    void itMayBeForOneConnection() {
        SubscriptionToken.Valid token = valid("{\"sub\":\"alice\",\"channel\":\"news\",\"client\":\"client-1\"}");

        assertTrue(token.isFor(ALICE, "news"));
        assertFalse(token.isFor(client("alice", "client-2"), "news"));
        assertTrue(valid("{\"sub\":\"alice\",\"channel\":\"news\",\"client\":\"\"}")
                .isFor(ALICE, "news"));
    }

    @Test
    void itBringsInfoDataAndOverrides() {
        SubscriptionToken.Valid token = valid("{\"channel\":\"news\",\"info\":{\"a\":1},\"b64data\":\"AP8=\","
                + "\"override\":{\"force_recovery\":{\"value\":true},\"join_leave\":{}}}");

        assertEquals(
                new ServerSubscription(
                        Optional.of(Payload.json("{\"a\":1}")),
                        Optional.of(Payload.binary(new byte[] {0, (byte) 0xFF})),
                        new Overrides(
                                Optional.empty(),
                                Optional.of(false),
                                Optional.empty(),
                                Optional.of(true),
                                Optional.empty())),
                token.subscription());
    }

    @Test
    void expEndsTheTokenAndTheSubscription() {
        assertEquals(
                Optional.of(Instant.ofEpochSecond(1_001)),
                valid("{\"channel\":\"news\",\"exp\":1001}").expiresAt());
        assertEquals(new SubscriptionToken.Expired(), verify("{\"channel\":\"news\",\"exp\":1000}"));
        assertEquals(new SubscriptionToken.Expired(), verify("{\"channel\":\"news\",\"nbf\":1001}"));
    }

    @Test
    void expireAtEndsTheSubscriptionInstead() {
        assertEquals(
                Optional.of(Instant.ofEpochSecond(5)),
                valid("{\"channel\":\"news\",\"exp\":1001,\"expire_at\":5}").expiresAt());
        assertEquals(
                Optional.empty(),
                valid("{\"channel\":\"news\",\"exp\":1001,\"expire_at\":0}").expiresAt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"sub\":\"alice\"}", "{\"channel\":\"\"}", "{\"channel\":null}"})
    void aConnectionTokenSubscribesToNothing(String claims) {
        assertInvalid(verify(claims));
    }

    @Test
    void anExpiredOneIsExpiredEvenWithoutAChannelButNotIfItIsBadlySigned() {
        assertEquals(new SubscriptionToken.Expired(), verify("{\"exp\":1}"));
        assertInvalid(verify(tokens, SignedToken.hs256("other", "{\"channel\":\"news\",\"exp\":1}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"channel\":1}",
                "{\"channel\":\"news\",\"sub\":42}",
                "{\"channel\":\"news\",\"client\":1}",
                "{\"channel\":\"news\",\"expire_at\":1.5}",
                "{\"channel\":\"news\",\"override\":[]}",
                "{\"channel\":\"news\",\"b64info\":\"!\"}",
                "{\"channel\":\"news\",\"b64data\":\"AP8\"}",
                "[]",
                ""
            })
    void whatCantBeReadIsInvalid(String claims) {
        assertInvalid(verify(claims));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b.c", "..", "eyJhbGciOiJub25lIn0.eyJjaGFubmVsIjoibmV3cyJ9."})
    void whatIsNoTokenIsInvalid(String token) {
        assertInvalid(verify(tokens, token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"subs\":7", "\"channels\":7", "\"meta\":7"})
    void claimsOfConnectionTokensMeanNothing(String claim) {
        assertEquals(
                ServerSubscription.PLAIN,
                valid("{\"channel\":\"news\"," + claim + "}").subscription());
    }

    @Test
    void keysOfItsOwnShareNothingWithThoseOfConnections() {
        JwtAuthenticator connections = JwtAuthenticator.builder()
                .hmacSecret(CONNECTION_SECRET)
                .clock(CLOCK)
                .build();
        String token = SignedToken.hs256(CONNECTION_SECRET, "{\"sub\":\"alice\",\"channel\":\"news\"}");

        assertInvalid(verify(tokens, token));
        assertInstanceOf(SubscriptionToken.Valid.class, verify(connections.subscriptionTokens(), token));
    }

    @Test
    void withTheKeysOfConnectionsItsOtherRulesHoldToo() {
        SubscriptionTokens shared = JwtAuthenticator.builder()
                .hmacSecret(SECRET)
                .audience("chat")
                .userIdClaim("uid")
                .clock(CLOCK)
                .build()
                .subscriptionTokens();

        assertInvalid(verify(shared, SignedToken.hs256(SECRET, "{\"channel\":\"news\",\"uid\":7}")));
        SubscriptionToken token = verify(
                shared, SignedToken.hs256(SECRET, "{\"channel\":\"news\",\"uid\":7,\"sub\":\"bob\",\"aud\":\"chat\"}"));
        assertEquals("7", assertInstanceOf(SubscriptionToken.Valid.class, token).userId());
    }

    @Test
    void withoutAnyKeyEveryTokenIsInvalid() {
        assertInvalid(
                verify(SubscriptionTokens.builder().build(), SignedToken.hs256(SECRET, "{\"channel\":\"news\"}")));
    }

    @Test
    void whatIsIssuedIsValid() {
        String token =
                TokenIssuer.hmac(SECRET, CLOCK).issueSubscription("alice", "news", Optional.of(Duration.ofSeconds(60)));

        SubscriptionToken.Valid valid = assertInstanceOf(SubscriptionToken.Valid.class, verify(tokens, token));
        assertTrue(valid.isFor(ALICE, "news"));
        assertEquals(Optional.of(Instant.ofEpochSecond(1_060)), valid.expiresAt());
    }
}
