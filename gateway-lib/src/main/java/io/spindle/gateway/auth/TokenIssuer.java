package io.spindle.gateway.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;

/** Issues connection tokens (HS256) for trying things out: {@code gentoken}, and the embedded mode. Thread-safe. */
public final class TokenIssuer {
    private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.HS256);
    private static final Duration MAX_TIME_TO_LIVE = Duration.ofDays(36_500);

    private final JWSSigner signer;
    private final Clock clock;

    private TokenIssuer(JWSSigner signer, Clock clock) {
        this.signer = signer;
        this.clock = clock;
    }

    /**
     * Signs with a secret; a short one works as it does for {@link JwtAuthenticator}.
     *
     * @throws IllegalArgumentException if the secret is empty or blank
     */
    public static TokenIssuer hmac(String secret, Clock clock) {
        try {
            return new TokenIssuer(
                    new MACSigner(HmacSecret.of("hmacSecret", secret).key()), clock);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("HMAC key refused after padding", impossible);
        }
    }

    /**
     * Issues a token.
     *
     * @param userId the user; empty for an anonymous one
     * @param timeToLive 1 s to 100 years, counted in whole seconds; absent: the token never expires
     * @param name the user's name ({@code info.name})
     */
    public String issue(String userId, Optional<Duration> timeToLive, Optional<String> name) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().subject(userId).issueTime(Date.from(now));
        timeToLive.ifPresent(ttl -> claims.expirationTime(Date.from(now.plus(checked(ttl)))));
        name.ifPresent(shown -> claims.claim("info", Map.of("name", shown)));
        SignedJWT token = new SignedJWT(HEADER, claims.build());
        try {
            token.sign(signer);
        } catch (JOSEException unusable) {
            throw new IllegalStateException("HS256 is not usable in this JVM", unusable);
        }
        return token.serialize();
    }

    private static Duration checked(Duration timeToLive) {
        if (timeToLive.toSeconds() < 1 || timeToLive.compareTo(MAX_TIME_TO_LIVE) > 0) {
            throw new IllegalArgumentException("timeToLive: " + timeToLive.toSeconds() + " s (expected: 1 s to "
                    + MAX_TIME_TO_LIVE.toSeconds() + " s)");
        }
        return timeToLive;
    }
}
