package io.spindle.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Connection tokens as an application issues them. */
public final class Tokens {
    public static final String SECRET = "a secret of tests alone, of 32 bytes or more";

    private Tokens() {}

    /** A user whose name is the id in capitals, so that both can be told apart; it never expires. */
    public static String of(String user) {
        return with(named(user));
    }

    /** As {@link #of}, expiring a time from now, rounded up to the next second. */
    public static String expiring(String user, Duration timeToLive) {
        Instant expiry = Instant.ofEpochSecond(Instant.now().plus(timeToLive).getEpochSecond() + 1);
        return with(named(user).andThen(claims -> claims.expirationTime(Date.from(expiry))));
    }

    /** A token that expired an hour ago. */
    public static String expired(String user) {
        Instant expiry = Instant.now().minus(Duration.ofHours(1));
        return with(named(user).andThen(claims -> claims.expirationTime(Date.from(expiry))));
    }

    /** Any claims. */
    public static String with(Consumer<JWTClaimsSet.Builder> claims) {
        return signedWith(SECRET, claims);
    }

    public static String signedWith(String secret, Consumer<JWTClaimsSet.Builder> claims) {
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder();
        claims.accept(builder);
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), builder.build());
        try {
            token.sign(new MACSigner(secret));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        return token.serialize();
    }

    private static Consumer<JWTClaimsSet.Builder> named(String user) {
        return claims -> claims.subject(user).claim("info", Map.of("name", user.toUpperCase(Locale.ROOT)));
    }
}
