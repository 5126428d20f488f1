package io.spindle.gateway.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.auth.Authentication.Accepted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenIssuerTest {
    private static final Instant NOW = Instant.ofEpochSecond(5_000);

    private static JwtAuthenticator authenticator(String secret, Instant now) {
        return JwtAuthenticator.builder()
                .hmacSecret(secret)
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .build();
    }

    private static TokenIssuer issuer(String secret) {
        return TokenIssuer.hmac(secret, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "a secret that is longer than sixty-four bytes, because someone asked for it"})
    void whatIsIssuedIsAccepted(String secret) {
        String token = issuer(secret).issue("42", Optional.of(Duration.ofMinutes(1)), Optional.of("Zoë \"Z\""));

        Accepted accepted = Outcome.ofConnect(authenticator(secret, NOW), token).accepted();

        assertEquals("42", accepted.userId());
        assertEquals(Optional.of("Zoë \"Z\""), accepted.userName());
        assertEquals(Optional.of(Payload.json("{\"name\":\"Zoë \\\"Z\\\"\"}")), accepted.info());
        assertEquals(Optional.of(NOW.plusSeconds(60)), accepted.expiresAt());
    }

    @Test
    void aTokenEndsAfterItsTimeToLive() {
        String token = issuer("secret").issue("42", Optional.of(Duration.ofSeconds(60)), Optional.empty());

        Outcome.ofConnect(authenticator("secret", NOW.plusSeconds(59)), token).accepted();
        Outcome.ofConnect(authenticator("secret", NOW.plusSeconds(60)), token).refused(ErrorCode.TOKEN_EXPIRED);
    }

    @Test
    void withoutTimeToLiveItNeverEnds() {
        String token = issuer("secret").issue("42", Optional.empty(), Optional.empty());

        assertEquals(
                Accepted.user("42"),
                Outcome.ofConnect(authenticator("secret", NOW.plusSeconds(1_000_000_000)), token)
                        .accepted());
    }

    @Test
    void anotherSecretDoesNotAcceptIt() {
        String token = issuer("secret").issue("42", Optional.empty(), Optional.empty());

        Outcome.ofConnect(authenticator("Secret", NOW), token).invalid();
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 36_500L * 86_400 + 1, Long.MAX_VALUE})
    void aTimeToLiveOutOfRangeIsRefused(long seconds) {
        TokenIssuer issuer = issuer("secret");

        assertThrows(
                IllegalArgumentException.class,
                () -> issuer.issue("42", Optional.of(Duration.ofSeconds(seconds)), Optional.empty()));
    }
}
