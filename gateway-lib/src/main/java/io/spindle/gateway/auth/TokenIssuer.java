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

/**
 * Issues connection and subscription tokens (HS256) for trying things out: {@code gentoken}, {@code gensubtoken}, and the
 * embedded mode. Immutable, thread-safe.
 */
public final class TokenIssuer {
    private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.HS256);
    private static final Duration MAX_TIME_TO_LIVE = Duration.ofDays(36_500);
    private static final String SUBJECT = "sub";

    private final JWSSigner signer;
    private final Clock clock;
    private final String userIdClaim;

    private TokenIssuer(JWSSigner signer, Clock clock, String userIdClaim) {
        this.signer = signer;
        this.clock = clock;
        this.userIdClaim = userIdClaim;
    }

    /**
     * Signs with a secret; a short one works as it does for {@link JwtAuthenticator}.
     *
     * @throws IllegalArgumentException if the secret is empty or blank
     */
    public static TokenIssuer hmac(String secret, Clock clock) {
        try {
            return new TokenIssuer(
                    new MACSigner(HmacSecret.of("hmacSecret", secret).key()), clock, SUBJECT);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("HMAC key refused after padding", impossible);
        }
    }

    /** An issuer that writes the user into this claim instead of {@code sub}. */
    public TokenIssuer withUserIdClaim(String name) {
        return new TokenIssuer(signer, clock, name);
    }

    /**
     * Issues a connection token.
     *
     * @param userId the user; empty for an anonymous one
     * @param timeToLive 1 s to 100 years, counted in whole seconds; absent: the token never expires
     * @param name the user's name ({@code info.name})
     */
    public String issue(String userId, Optional<Duration> timeToLive, Optional<String> name) {
        JWTClaimsSet.Builder claims = claims(userId, timeToLive);
        name.ifPresent(shown -> claims.claim("info", Map.of("name", shown)));
        return signed(claims);
    }

    /**
     * Issues a subscription token.
     *
     * @param userId as in {@link #issue}; the token serves this user only
     * @param channel the one channel that it is for; not empty
     * @param timeToLive as in {@link #issue}
     */
    public String issueSubscription(String userId, String channel, Optional<Duration> timeToLive) {
        if (channel.isEmpty()) {
            throw new IllegalArgumentException("channel: empty (expected: the channel to subscribe to)");
        }
        return signed(claims(userId, timeToLive).claim("channel", channel));
    }

    private JWTClaimsSet.Builder claims(String userId, Optional<Duration> timeToLive) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims =
                new JWTClaimsSet.Builder().claim(userIdClaim, userId).issueTime(Date.from(now));
        timeToLive.ifPresent(ttl -> claims.expirationTime(Date.from(now.plus(checked(ttl)))));
        return claims;
    }

    private String signed(JWTClaimsSet.Builder claims) {
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
