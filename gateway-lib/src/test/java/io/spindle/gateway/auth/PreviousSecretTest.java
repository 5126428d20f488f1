package io.spindle.gateway.auth;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A secret can be replaced while tokens that the old one signed are still about. */
class PreviousSecretTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String OLD = "fedcba9876543210fedcba9876543210";
    private static final Instant END = Instant.ofEpochSecond(1_000);

    private static JwtAuthenticator authenticator(Optional<Instant> validUntil, Instant now) {
        return JwtAuthenticator.builder()
                .hmacSecret(SECRET)
                .previousHmacSecret(OLD, validUntil)
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .build();
    }

    private static String token(String algorithm, String secret) {
        return SignedToken.hmac(algorithm, secret.getBytes(StandardCharsets.UTF_8), "{\"sub\":\"alice\",\"iat\":1}");
    }

    @Test
    void bothSecretsCount() {
        JwtAuthenticator authenticator = authenticator(Optional.empty(), END);

        for (String algorithm : new String[] {"HS256", "HS384", "HS512"}) {
            Outcome.ofConnect(authenticator, token(algorithm, SECRET)).accepted();
            Outcome.ofConnect(authenticator, token(algorithm, OLD)).accepted();
            Outcome.ofConnect(authenticator, token(algorithm, "other")).invalid();
        }
    }

    @Test
    void theOldOneCountsUntilItsTimeIsOverByTheClock() {
        Outcome.ofConnect(authenticator(Optional.of(END), END), token("HS256", OLD))
                .accepted();

        JwtAuthenticator later = authenticator(Optional.of(END), END.plusNanos(1));
        Outcome.ofConnect(later, token("HS256", OLD)).invalid();
        Outcome.ofConnect(later, token("HS256", SECRET)).accepted();
    }

    @Test
    void itCountsBesideKeysOfAnyKind() {
        JwtAuthenticator authenticator = JwtAuthenticator.builder()
                .rsaPublicKey(SignedToken.pem(SignedToken.RSA.getPublic()))
                .previousHmacSecret(OLD, Optional.empty())
                .build();

        Outcome.ofConnect(authenticator, token("HS256", OLD)).accepted();
        Outcome.ofConnect(authenticator, SignedToken.signed("RS256", SignedToken.RSA.getPrivate(), "{}"))
                .accepted();
        Outcome.ofConnect(authenticator, SignedToken.signed("RS256", SignedToken.OTHER_RSA.getPrivate(), "{}"))
                .invalid();
    }

    @Test
    void itDoesNotCountBesideAKeySet() {
        try (KeySetServer server = new KeySetServer()) {
            JwtAuthenticator authenticator = JwtAuthenticator.builder()
                    .hmacSecret(SECRET)
                    .previousHmacSecret(OLD, Optional.empty())
                    .rsaPublicKey(SignedToken.pem(SignedToken.RSA.getPublic()))
                    .jwks(server.url("/jwks"))
                    .build();

            Outcome.ofConnect(authenticator, token("HS256", OLD)).invalid();
            Outcome.ofConnect(authenticator, token("HS256", SECRET)).invalid();
            Outcome.ofConnect(authenticator, SignedToken.signed("RS256", SignedToken.RSA.getPrivate(), "{}"))
                    .invalid();
        }
    }
}
