package io.spindle.gateway.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom tokens may come from, whom they may be for, and whom they may be about. */
class TokenOriginTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private static JwtAuthenticatorBuilder builder() {
        return JwtAuthenticator.builder().hmacSecret(SECRET);
    }

    private static Outcome connect(JwtAuthenticatorBuilder builder, String claims) {
        return Outcome.ofConnect(builder.build(), SignedToken.hs256(SECRET, claims));
    }

    private static Outcome refresh(JwtAuthenticatorBuilder builder, String claims) {
        return Outcome.ofRefresh(builder.build(), SignedToken.hs256(SECRET, claims));
    }

    @Test
    void aPatternOfIssuersIsFoundAnywhereUnlessItIsAnchored() {
        connect(builder().issuerRegex("shop-\\d"), "{\"iss\":\"https://shop-7.example.com\"}")
                .accepted();
        connect(builder().issuerRegex("^shop-\\d$"), "{\"iss\":\"https://shop-7.example.com\"}")
                .invalid();
        connect(builder().issuerRegex("^shop$"), "{}").invalid();
        connect(builder().issuerRegex("(?P<name>shop|mall)"), "{\"iss\":\"mall\"}")
                .accepted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"chat-1\"", "[\"chat-1\"]", "[\"mail\",\"chat-1\"]"})
    void aPatternOfAudiencesIsFoundInOneOfThem(String audience) {
        connect(builder().audienceRegex("^chat-\\d$"), "{\"aud\":" + audience + "}")
                .accepted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"mail\"", "[\"chat\",\"-1\"]"})
    void noneThatFitsIsInvalidEvenIfTheTokenIsOver(String audience) {
        connect(builder().audienceRegex("^chat-\\d$"), "{\"aud\":" + audience + "}")
                .invalid();
        connect(builder().audienceRegex("^chat-\\d$"), "{\"exp\":1,\"aud\":" + audience + "}")
                .invalid();
    }

    @Test
    void aTokenThatIsOverIsExpiredIfItFits() {
        connect(builder().issuerRegex("shop").audience("chat"), "{\"iss\":\"shop\",\"aud\":\"chat\",\"exp\":1}")
                .refused(ErrorCode.TOKEN_EXPIRED);
        refresh(builder().issuerRegex("shop").audience("chat"), "{\"iss\":\"shop\",\"aud\":\"chat\",\"exp\":1}")
                .disconnected(Disconnect.EXPIRED);
    }

    @Test
    void aTokenCantMakeAPatternExpensive() {
        String hostile = "{\"iss\":\"" + "a".repeat(50_000) + "!\"}";

        assertTimeout(
                Duration.ofSeconds(10),
                () -> connect(builder().issuerRegex("^(a+)+$|^(a|a)*$"), hostile)
                        .invalid());
    }

    @Test
    void allThatContradictsIsNamedAtOnce() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> builder()
                                .audience("chat")
                                .audienceRegex("chat")
                                .issuer("shop")
                                .issuerRegex("shop")
                                .build())
                .getMessage();

        assertEquals(
                "audience: \"chat\" (expected: not set together with audienceRegex); issuer: \"shop\" (expected: not set"
                        + " together with issuerRegex)",
                message);
    }

    @Test
    void whatIsNoPatternIsRefused() {
        for (String regex : new String[] {"(", "[", "*", "(?=x)", "(?P<a>x)(?P<a>y)"}) {
            String message = assertThrows(
                            IllegalArgumentException.class, () -> builder().issuerRegex(regex))
                    .getMessage();
            assertTrue(message.startsWith("issuerRegex: \"" + regex + "\" (expected: "), message);
        }
        assertThrows(IllegalArgumentException.class, () -> builder().audienceRegex(" "));
    }

    @Test
    void anonymousTokensCanBeDisallowedForConnectingOnly() {
        connect(builder(), "{}").accepted();
        connect(builder().disallowAnonymousTokens(true), "{}").disconnected(Disconnect.PERMISSION_DENIED);
        connect(builder().disallowAnonymousTokens(true), "{\"sub\":\"alice\"}").accepted();
        connect(builder().disallowAnonymousTokens(true), "{\"exp\":1}").refused(ErrorCode.TOKEN_EXPIRED);
        refresh(builder().disallowAnonymousTokens(true), "{}").accepted();
    }

    @Test
    void withoutTheCheckOfSignaturesEverythingElseIsStillChecked() {
        JwtAuthenticatorBuilder unsigned =
                JwtAuthenticator.builder().skipSignatureCheck(true).audience("chat");

        assertEquals(
                "alice",
                Outcome.ofConnect(
                                unsigned.build(), SignedToken.hs256("whoever", "{\"sub\":\"alice\",\"aud\":\"chat\"}"))
                        .accepted()
                        .userId());
        Outcome.ofConnect(unsigned.build(), SignedToken.hs256("whoever", "{\"sub\":\"alice\"}"))
                .invalid();
        Outcome.ofConnect(unsigned.build(), SignedToken.hs256("whoever", "{\"aud\":\"chat\",\"exp\":1}"))
                .refused(ErrorCode.TOKEN_EXPIRED);
        Outcome.ofConnect(unsigned.build(), "garbage").invalid();
    }
}
