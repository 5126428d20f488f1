package io.spindle.gateway.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySettingsTest {
    private static final String CLAIMS = "{\"sub\":\"alice\"}";

    private static void assertRefused(String setting, Executable code) {
        String message = assertThrows(IllegalArgumentException.class, code).getMessage();
        assertTrue(message.startsWith(setting + ": "), message);
        assertTrue(message.contains("(expected: "), message);
        assertFalse(message.contains("\n"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s", "secret", "0123456789abcdef0123456789abcde", "пароль"})
    void aSecretShorterThanTheHashWorksWithEveryHash(String secret) {
        JwtAuthenticator authenticator = JwtAuthenticator.hmac(secret);

        for (String algorithm : new String[] {"HS256", "HS384", "HS512"}) {
            String token = SignedToken.hmac(algorithm, secret.getBytes(StandardCharsets.UTF_8), CLAIMS);
            assertEquals(
                    "alice", Outcome.ofConnect(authenticator, token).accepted().userId());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {31, 32, 47, 48, 63, 64, 65, 127, 128, 129, 500})
    void aSecretOfAnyLengthIsTheSameKeyForTheJdk(int length) {
        String secret = "k".repeat(length);
        JwtAuthenticator authenticator = JwtAuthenticator.hmac(secret);

        for (String algorithm : new String[] {"HS256", "HS384", "HS512"}) {
            String token = SignedToken.hmac(algorithm, secret.getBytes(StandardCharsets.UTF_8), CLAIMS);
            Outcome.ofConnect(authenticator, token).accepted();
            Outcome.ofConnect(
                            authenticator,
                            SignedToken.hmac(algorithm, (secret + "k").getBytes(StandardCharsets.UTF_8), CLAIMS))
                    .invalid();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n ", "\u2003"})
    void anEmptyOrBlankSecretIsRefused(String secret) {
        assertRefused("hmacSecret", () -> JwtAuthenticator.hmac(secret));
        assertRefused("hmacSecret", () -> TokenIssuer.hmac(secret, Clock.systemUTC()));
    }

    @Test
    void withoutKeyAndWithoutAnonymousClientsNothingIsBuilt() {
        assertRefused("hmacSecret", () -> JwtAuthenticator.builder().build());
        assertRefused(
                "hmacSecret",
                () -> JwtAuthenticator.builder().allowAnonymous(false).build());
    }

    @Test
    void textThatIsNoKeyIsRefusedUnderItsSettingsName() {
        String[] texts = {
            "",
            "secret",
            "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----",
            "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
            "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END CERTIFICATE-----",
            SignedToken.pem("PRIVATE KEY", SignedToken.RSA.getPrivate().getEncoded()),
            SignedToken.pem(SignedToken.RSA.getPublic()).substring(0, 200)
        };
        for (String text : texts) {
            assertRefused("rsaPublicKey", () -> JwtAuthenticator.builder().rsaPublicKey(text));
            assertRefused("ecdsaPublicKey", () -> JwtAuthenticator.builder().ecdsaPublicKey(text));
            assertRefused("edDsaPublicKey", () -> JwtAuthenticator.builder().edDsaPublicKey(text));
        }
    }

    @Test
    void aKeyOfAnotherKindIsRefused() {
        String rsa = SignedToken.pem(SignedToken.RSA.getPublic());
        String ec = SignedToken.pem(SignedToken.P256.getPublic());
        String ed25519 = SignedToken.pem(SignedToken.ED25519.getPublic());
        KeyPair ed448 = SignedToken.pair("Ed448", null);

        assertRefused("rsaPublicKey", () -> JwtAuthenticator.builder().rsaPublicKey(ec));
        assertRefused("ecdsaPublicKey", () -> JwtAuthenticator.builder().ecdsaPublicKey(ed25519));
        assertRefused("edDsaPublicKey", () -> JwtAuthenticator.builder().edDsaPublicKey(rsa));
        assertRefused(
                "edDsaPublicKey", () -> JwtAuthenticator.builder().edDsaPublicKey(SignedToken.pem(ed448.getPublic())));
    }

    @Test
    void pemTextMayHaveWindowsLinesAndWordsAround() {
        String pem = "Key of the shop\r\n"
                + SignedToken.pem(SignedToken.RSA.getPublic()).replace("\n", "\r\n") + "\r\n";
        JwtAuthenticator authenticator =
                JwtAuthenticator.builder().rsaPublicKey(pem).build();

        Outcome.ofConnect(authenticator, SignedToken.signed("RS256", SignedToken.RSA.getPrivate(), CLAIMS))
                .accepted();
    }

    @Test
    void noMessageShowsASecret() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> JwtAuthenticator.builder().rsaPublicKey("hunter2"))
                .getMessage();

        assertFalse(message.toLowerCase(Locale.ROOT).contains("hunter2"), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "id.example.com/jwks",
                "ftp://id.example.com/jwks",
                "file:///etc/passwd",
                "http://",
                "https:/x"
            })
    void aKeySetThatIsNotOnAWebServerIsRefused(String endpoint) {
        assertRefused("jwks", () -> JwtAuthenticator.builder().jwks(endpoint));
    }

    @Test
    void aBlankPreviousSecretIsRefused() {
        assertRefused("previousHmacSecret", () -> JwtAuthenticator.builder().previousHmacSecret(" ", Optional.empty()));
    }

    @Test
    void blankAudienceAndIssuerAreRefused() {
        assertRefused("audience", () -> JwtAuthenticator.builder().audience(" "));
        assertRefused("issuer", () -> JwtAuthenticator.builder().issuer(""));
        assertRefused("userIdClaim", () -> JwtAuthenticator.builder().userIdClaim(""));
    }
}
