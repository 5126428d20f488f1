package io.spindle.gateway.auth;

import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects what a {@link JwtAuthenticator} is made of. Keys of several kinds may be set together; each allows the
 * algorithms of its own kind. A wrong value is refused with an {@link IllegalArgumentException} that names the setting and
 * never shows a secret. Not thread-safe.
 */
public final class JwtAuthenticatorBuilder {
    private static final Logger log = LoggerFactory.getLogger(JwtAuthenticator.class);
    private static final int ADVISED_RSA_BITS = 2048;

    private final SignatureKeys keys = new SignatureKeys();
    private @Nullable String audience;
    private @Nullable String issuer;
    private boolean allowAnonymous;
    private Clock clock = Clock.systemUTC();

    JwtAuthenticatorBuilder() {}

    /** Allows HS256, HS384 and HS512. Secrets below 32 bytes work, with a warning; empty and blank ones are refused. */
    public JwtAuthenticatorBuilder hmacSecret(String secret) {
        HmacSecret hmac = HmacSecret.of(secret);
        if (hmac.isShort()) {
            log.warn("hmacSecret has less than 32 bytes: it can be guessed by trying, from any one token."
                    + " Use 32 random bytes or more.");
        }
        keys.add(hmac);
        return this;
    }

    /** Allows RS256 to RS512 and PS256 to PS512. PEM text of a public key or a certificate. */
    public JwtAuthenticatorBuilder rsaPublicKey(String pem) {
        RSAPublicKey key = PublicKeyPem.read("rsaPublicKey", pem, "RSA", RSAPublicKey.class);
        int bits = key.getModulus().bitLength();
        if (bits < ADVISED_RSA_BITS) {
            log.warn("rsaPublicKey has {} bits only. Use {} or more.", bits, ADVISED_RSA_BITS);
        }
        keys.add(key);
        return this;
    }

    /** Allows the one of ES256, ES384 and ES512 that fits the key's curve: P-256, P-384 or P-521. PEM text as above. */
    public JwtAuthenticatorBuilder ecdsaPublicKey(String pem) {
        keys.add(PublicKeyPem.read("ecdsaPublicKey", pem, "EC", ECPublicKey.class));
        return this;
    }

    /** Allows EdDSA with the curve Ed25519. PEM text as above. */
    public JwtAuthenticatorBuilder edDsaPublicKey(String pem) {
        keys.add(PublicKeyPem.read("edDsaPublicKey", pem, "Ed25519", EdECPublicKey.class));
        return this;
    }

    /** Tokens must be for this audience ({@code aud}). */
    public JwtAuthenticatorBuilder audience(String audience) {
        this.audience = notBlank("audience", audience);
        return this;
    }

    /** Tokens must come from this issuer ({@code iss}). */
    public JwtAuthenticatorBuilder issuer(String issuer) {
        this.issuer = notBlank("issuer", issuer);
        return this;
    }

    /** Whether clients without a token are let in, with an empty user id; default false. */
    public JwtAuthenticatorBuilder allowAnonymous(boolean allowAnonymous) {
        this.allowAnonymous = allowAnonymous;
        return this;
    }

    /** What time it is for {@code exp} and {@code nbf}; default the system's. */
    public JwtAuthenticatorBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    /**
     * Makes the authenticator.
     *
     * @throws IllegalArgumentException if it would let nobody in: no key, and anonymous clients not allowed
     */
    public JwtAuthenticator build() {
        if (keys.isEmpty() && !allowAnonymous) {
            throw new IllegalArgumentException(
                    "hmacSecret: not set (expected: a secret, a public key, or allowAnonymous;"
                            + " nobody could connect)");
        }
        return new JwtAuthenticator(
                new TokenVerifier(keys.fixed(), Optional.ofNullable(audience), Optional.ofNullable(issuer), clock),
                allowAnonymous);
    }

    private static String notBlank(String setting, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(setting + ": empty or blank (expected: the value that tokens carry)");
        }
        return value;
    }
}
