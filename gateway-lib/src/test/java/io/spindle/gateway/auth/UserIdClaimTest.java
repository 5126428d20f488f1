package io.spindle.gateway.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The user may stand in another claim than {@code sub}. */
class UserIdClaimTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private final JwtAuthenticator authenticator =
            JwtAuthenticator.builder().hmacSecret(SECRET).userIdClaim("uid").build();

    private Outcome connect(String claims) {
        return Outcome.ofConnect(authenticator, SignedToken.hs256(SECRET, claims));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"\"alice\",alice", "42,42", "-7,-7", "12345678901234567890,12345678901234567890"})
    void itMayBeAStringOrANumber(String value, String userId) {
        assertEquals(
                userId,
                connect("{\"sub\":\"bob\",\"uid\":" + value + "}").accepted().userId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"sub\":\"bob\"}", "{\"uid\":null,\"sub\":\"bob\"}", "{\"a\":{\"uid\":\"bob\"}}"})
    void withoutItTheUserIsAnonymousWhateverSubSays(String claims) {
        assertEquals("", connect(claims).accepted().userId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"uid\":true}", "{\"uid\":[\"a\"]}", "{\"uid\":{}}", "{\"uid\":\"a\",\"sub\":42}"})
    void ofAnotherTypeItIsInvalidAndSoIsSub(String claims) {
        connect(claims).invalid();
    }

    @Test
    void aClaimThatMeansSomethingElseKeepsItsMeaning() {
        JwtAuthenticator byIssuer = JwtAuthenticator.builder()
                .hmacSecret(SECRET)
                .userIdClaim("iss")
                .issuer("shop")
                .build();

        assertEquals(
                "shop",
                Outcome.ofConnect(byIssuer, SignedToken.hs256(SECRET, "{\"iss\":\"shop\"}"))
                        .accepted()
                        .userId());
    }

    @Test
    void subByNameIsSub() {
        JwtAuthenticator bySub =
                JwtAuthenticator.builder().hmacSecret(SECRET).userIdClaim("sub").build();

        Outcome.ofConnect(bySub, SignedToken.hs256(SECRET, "{\"sub\":42}")).invalid();
    }

    @Test
    void anIssuerCanWriteIt() {
        String token = TokenIssuer.hmac(SECRET, Clock.systemUTC())
                .withUserIdClaim("uid")
                .issue("42", Optional.empty(), Optional.empty());

        assertEquals("42", Outcome.ofConnect(authenticator, token).accepted().userId());
    }
}
