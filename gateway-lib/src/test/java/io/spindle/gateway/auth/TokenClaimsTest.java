package io.spindle.gateway.auth;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.auth.Authentication.Accepted;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenClaimsTest {
    private static final String SECRET = "secret";
    private static final Instant NOW = Instant.ofEpochSecond(1_000, 500_000_000);
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final JwtAuthenticator plain =
            JwtAuthenticator.builder().hmacSecret(SECRET).clock(CLOCK).build();
    private final JwtAuthenticator strict = JwtAuthenticator.builder()
            .hmacSecret(SECRET)
            .audience("chat")
            .issuer("shop")
            .clock(CLOCK)
            .build();

    private Outcome connect(String claims) {
        return Outcome.ofConnect(plain, SignedToken.hs256(SECRET, claims));
    }

    private Outcome refresh(String claims) {
        return Outcome.ofRefresh(plain, SignedToken.hs256(SECRET, claims));
    }

    @Test
    void subIsTheUser() {
        assertEquals(Accepted.user("42"), connect("{\"sub\":\"42\"}").accepted());
        assertEquals(
                "Zoë \uD83D\uDE00",
                connect("{\"sub\":\"Zo\\u00eb 😀\"}").accepted().userId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"sub\":\"\"}", "{\"sub\":null}"})
    void aTokenWithoutSubIsAnAnonymousUsers(String claims) {
        assertEquals(Accepted.user(""), connect(claims).accepted());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sub\":42}",
                "{\"sub\":[\"a\"]}",
                "{\"sub\":true}",
                "{\"exp\":\"2000\"}",
                "{\"exp\":true}",
                "{\"exp\":[2000]}",
                "{\"exp\":1e400}",
                "{\"exp\":NaN}",
                "{\"nbf\":\"1\"}",
                "{\"expire_at\":2000.5}",
                "{\"expire_at\":\"2000\"}",
                "{\"expire_at\":99999999999999999999}",
                "{\"aud\":1}",
                "{\"aud\":[\"chat\",1]}",
                "{\"aud\":{}}",
                "{\"iss\":1}",
                "{\"channel\":1}",
                "{\"b64info\":1}"
            })
    void aClaimOfTheWrongTypeIsInvalid(String claims) {
        connect(claims).invalid();
        refresh(claims).invalid();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "[]", "\"a\"", "null", "{", "{\"sub\":\"a\"} x", "{\"sub\":\"a\"}{}", "{'sub':'a'}"})
    void claimsThatAreNoJsonObjectAreInvalid(String claims) {
        connect(claims).invalid();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sub\":\"alice\",\"sub\":\"admin\"}",
                "{\"sub\":\"alice\",\"s\\u0075b\":\"admin\"}",
                "{\"exp\":1,\"exp\":2000}",
                "{\"jti\":\"1\",\"jti\":\"2\"}"
            })
    void aClaimThatStandsThereTwiceIsInvalid(String claims) {
        connect(claims).invalid();
    }

    @Test
    void claimsThatAreNotUtf8AreInvalid() {
        byte[] header = "{\"alg\":\"HS256\"}".getBytes(UTF_8);
        byte[] overlong = "{\"info\":\"__\"}".getBytes(UTF_8);
        overlong[9] = (byte) 0xC0;
        overlong[10] = (byte) 0x80;

        Outcome.ofConnect(plain, SignedToken.hmac(header, "HS256", SECRET.getBytes(UTF_8), overlong))
                .invalid();
        Outcome.ofConnect(
                        plain,
                        SignedToken.hmac(header, "HS256", SECRET.getBytes(UTF_8), "{\"sub\":\"a\"}".getBytes(UTF_16BE)))
                .invalid();
    }

    @Test
    void expEndsTheTokenAndTheConnection() {
        assertEquals(
                Optional.of(Instant.ofEpochSecond(1_001)),
                connect("{\"exp\":1001}").accepted().expiresAt());
        assertEquals(
                Optional.of(Instant.ofEpochSecond(1_000, 750_000_000)),
                connect("{\"exp\":1000.75}").accepted().expiresAt());

        connect("{\"exp\":1000}").refused(ErrorCode.TOKEN_EXPIRED);
        connect("{\"exp\":1000.5}").refused(ErrorCode.TOKEN_EXPIRED);
        refresh("{\"exp\":1000}").disconnected(Disconnect.EXPIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "-1e300", "-9223372036854775808", "-99999999999999999999", "0.000001", "1e-300"})
    void datesBeforeOurTimeAreOver(String date) {
        connect("{\"exp\":" + date + "}").refused(ErrorCode.TOKEN_EXPIRED);
        assertEquals(
                Optional.empty(), connect("{\"nbf\":" + date + "}").accepted().expiresAt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"253402300799", "9223372036854775807", "99999999999999999999", "1e300"})
    void datesBeyondTheYear9999AreTakenForItsEnd(String date) {
        assertEquals(
                Optional.of(Instant.parse("9999-12-31T23:59:59Z")),
                connect("{\"exp\":" + date + "}").accepted().expiresAt());
        connect("{\"nbf\":" + date + "}").refused(ErrorCode.TOKEN_EXPIRED);
    }

    @Test
    void aNumberOfThousandsOfDigitsIsInvalid() {
        connect("{\"exp\":" + "9".repeat(5_000) + "}").invalid();
    }

    @Test
    void aTokenThatHasNotBegunCountsAsExpired() {
        assertEquals("a", connect("{\"sub\":\"a\",\"nbf\":1000}").accepted().userId());

        connect("{\"nbf\":1000.5}").refused(ErrorCode.TOKEN_EXPIRED);
        connect("{\"nbf\":2000}").refused(ErrorCode.TOKEN_EXPIRED);
        refresh("{\"nbf\":2000}").disconnected(Disconnect.EXPIRED);
    }

    @Test
    void expireAtDecidesAboutTheConnectionAndExpAboutTheToken() {
        assertEquals(
                Optional.of(Instant.ofEpochSecond(3_000)),
                connect("{\"exp\":2000,\"expire_at\":3000}").accepted().expiresAt());
        assertEquals(
                Optional.empty(),
                connect("{\"exp\":2000,\"expire_at\":0}").accepted().expiresAt());
        assertEquals(
                Optional.of(Instant.ofEpochSecond(2_000)),
                connect("{\"exp\":2000,\"expire_at\":null}").accepted().expiresAt());

        connect("{\"exp\":900,\"expire_at\":0}").refused(ErrorCode.TOKEN_EXPIRED);
    }

    @Test
    void anExpireAtInThePastIsHandedOnForTheSessionToRefuse() {
        assertEquals(
                Optional.of(Instant.ofEpochSecond(5)),
                connect("{\"expire_at\":5}").accepted().expiresAt());
        assertEquals(
                Optional.of(Instant.EPOCH),
                connect("{\"expire_at\":-5}").accepted().expiresAt());
    }

    @Test
    void anExpiredTokenThatIsBadlySignedIsInvalid() {
        String token = SignedToken.hs256("other secret", "{\"exp\":1}");

        Outcome.ofConnect(plain, token).invalid();
        Outcome.ofRefresh(plain, token).invalid();
    }

    @Test
    void anExpiredTokenForSomeoneElseIsInvalid() {
        Outcome.ofConnect(strict, SignedToken.hs256(SECRET, "{\"exp\":1,\"aud\":\"shop\",\"iss\":\"shop\"}"))
                .invalid();
        connect("{\"exp\":1,\"channel\":\"news\"}").invalid();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"chat\"", "[\"chat\"]", "[\"mail\",\"chat\"]"})
    void theAudienceMayBeOneOrSeveral(String audience) {
        Outcome.ofConnect(strict, SignedToken.hs256(SECRET, "{\"aud\":" + audience + ",\"iss\":\"shop\"}"))
                .accepted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"iss\":\"shop\"}",
                "{\"aud\":[],\"iss\":\"shop\"}",
                "{\"aud\":\"Chat\",\"iss\":\"shop\"}",
                "{\"aud\":\"chat2\",\"iss\":\"shop\"}",
                "{\"aud\":[[\"chat\"]],\"iss\":\"shop\"}",
                "{\"aud\":\"chat\"}",
                "{\"aud\":\"chat\",\"iss\":\"\"}",
                "{\"aud\":\"chat\",\"iss\":\"shop2\"}"
            })
    void anotherAudienceOrIssuerIsInvalid(String claims) {
        Outcome.ofConnect(strict, SignedToken.hs256(SECRET, claims)).invalid();
    }

    @Test
    void audienceAndIssuerMeanNothingUnlessConfigured() {
        connect("{\"aud\":\"whatever\",\"iss\":\"whoever\"}").accepted();
    }

    @Test
    void aSubscriptionTokenConnectsNobody() {
        connect("{\"sub\":\"a\",\"channel\":\"news\"}").invalid();
        refresh("{\"sub\":\"a\",\"channel\":\"news\"}").invalid();

        connect("{\"sub\":\"a\",\"channel\":\"\"}").accepted();
    }

    @Test
    void claimsWithoutAMeaningHereAreIgnored() {
        connect("{\"sub\":\"a\",\"iat\":\"soon\",\"jti\":7,\"channels\":[\"news\"],\"subs\":{\"news\":{}},"
                        + "\"meta\":{\"a\":[{}]},\"x\":{\"sub\":\"b\"}}")
                .accepted();
    }
}
