package io.spindle.gateway.auth;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which tokens are believed: the keys that sign them, whom they come from and whom they are for. Keys of several kinds may
 * be set together; each allows the algorithms of its own kind, and {@code none} is never allowed. A wrong value is refused
 * with an {@link IllegalArgumentException} that names the setting and never shows a secret. Not thread-safe.
 *
 * @param <B> the builder
 */
public abstract sealed class TokenSettings<B extends TokenSettings<B>>
        permits JwtAuthenticatorBuilder, SubscriptionTokensBuilder {
    private static final Logger log = LoggerFactory.getLogger(TokenSettings.class);
    private static final int ADVISED_RSA_BITS = 2048;

    private final SignatureKeys keys = new SignatureKeys();
    private StaticKeys.@Nullable Previous previousSecret;
    private @Nullable KeySetEndpoint keySet;
    private boolean skipJwksSafetyCheck;
    private boolean skipSignatureCheck;
    private @Nullable String audience;
    private @Nullable Pattern audiencePattern;
    private @Nullable String issuer;
    private @Nullable Pattern issuerPattern;
    private @Nullable String userIdClaim;
    private Clock clock = Clock.systemUTC();

    TokenSettings() {}

    abstract B self();

    /** Allows HS256, HS384 and HS512. Secrets below 32 bytes work, with a warning; empty and blank ones are refused. */
    public final B hmacSecret(String secret) {
        HmacSecret hmac = HmacSecret.of("hmacSecret", secret);
        if (hmac.isShort()) {
            log.warn("hmacSecret has less than 32 bytes: it can be guessed by trying, from any one token."
                    + " Use 32 random bytes or more.");
        }
        keys.add(hmac);
        return self();
    }

    /**
     * The secret before the present one: tried for HMAC tokens that no present key has signed, so that a secret can be
     * replaced without breaking tokens.
     *
     * @param validUntil from when on it does not count any more, by the clock and not by the token's age; empty: it always
     *     counts
     */
    public final B previousHmacSecret(String secret, Optional<Instant> validUntil) {
        SignatureKeys previous = new SignatureKeys();
        previous.add(HmacSecret.of("previousHmacSecret", secret));
        previousSecret = new StaticKeys.Previous(previous.fixed(), validUntil);
        return self();
    }

    /** Allows RS256 to RS512 and PS256 to PS512. PEM text of a public key or a certificate. */
    public final B rsaPublicKey(String pem) {
        RSAPublicKey key = PublicKeyPem.read("rsaPublicKey", pem, "RSA", RSAPublicKey.class);
        int bits = key.getModulus().bitLength();
        if (bits < ADVISED_RSA_BITS) {
            log.warn("rsaPublicKey has {} bits only. Use {} or more.", bits, ADVISED_RSA_BITS);
        }
        keys.add(key);
        return self();
    }

    /** Allows the one of ES256, ES384 and ES512 that fits the key's curve: P-256, P-384 or P-521. PEM text as above. */
    public final B ecdsaPublicKey(String pem) {
        keys.add(PublicKeyPem.read("ecdsaPublicKey", pem, "EC", ECPublicKey.class));
        return self();
    }

    /** Allows EdDSA with the curve Ed25519. PEM text as above. */
    public final B edDsaPublicKey(String pem) {
        keys.add(PublicKeyPem.read("edDsaPublicKey", pem, "Ed25519", EdECPublicKey.class));
        return self();
    }

    /**
     * Takes the keys from a key set (JWKS, RFC 7517) on a server instead: keys that are set here are ignored then. Tokens
     * have to name their key ({@code kid}), which has to be for signatures ({@code "use":"sig"}), of RSA, on P-256, P-384,
     * P-521 or Ed25519.
     *
     * <p>The set is fetched when a token names a key that is not known, at most once in 10 s, with two attempts of 1 s and
     * 256 KiB each; a key is kept for an hour from its last use. While the set can't be had, tokens with other keys are
     * invalid.
     *
     * @param endpoint an http or https URL. {@code {{name}}} in it stands for what the group {@code (?P<name>one|two)} of
     *     {@link #issuerRegex} or {@link #audienceRegex} found, which has to be a plain list of words
     */
    public final B jwks(String endpoint) {
        keySet = KeySetEndpoint.of(endpoint);
        return self();
    }

    /**
     * Lets any pattern fill placeholders of {@link #jwks}. Then tokens, before anyone has checked them, may be able to say
     * which server vouches for them.
     */
    public final B skipJwksSafetyCheck(boolean skip) {
        skipJwksSafetyCheck = skip;
        return self();
    }

    /** Believes tokens whoever signed them. For trying things out only: anyone can be anyone then. */
    public final B skipSignatureCheck(boolean skip) {
        skipSignatureCheck = skip;
        return self();
    }

    /** Tokens must be for this audience ({@code aud}). Not together with {@link #audienceRegex}. */
    public final B audience(String audience) {
        this.audience = notBlank("audience", audience);
        return self();
    }

    /**
     * Tokens must be for an audience ({@code aud}) in which this is found.
     *
     * @param regex in the syntax of RE2, which is Go's; not anchored unless it says so
     */
    public final B audienceRegex(String regex) {
        audiencePattern = pattern("audienceRegex", regex);
        return self();
    }

    /** Tokens must come from this issuer ({@code iss}). Not together with {@link #issuerRegex}. */
    public final B issuer(String issuer) {
        this.issuer = notBlank("issuer", issuer);
        return self();
    }

    /**
     * Tokens must come from an issuer ({@code iss}) in which this is found.
     *
     * @param regex as in {@link #audienceRegex}
     */
    public final B issuerRegex(String regex) {
        issuerPattern = pattern("issuerRegex", regex);
        return self();
    }

    /** The claim that carries the user's id, a string or a number, instead of {@code sub}. */
    public final B userIdClaim(String name) {
        userIdClaim = notBlank("userIdClaim", name);
        return self();
    }

    /** What time it is for {@code exp}, {@code nbf} and the previous secret; default the system's. */
    public final B clock(Clock clock) {
        this.clock = clock;
        return self();
    }

    /** Whether any token at all can be valid. */
    final boolean believesSomeone() {
        return skipSignatureCheck || keySet != null || !keys.isEmpty() || previousSecret != null;
    }

    /**
     * The verifier of these settings.
     *
     * @throws IllegalArgumentException if settings contradict each other
     */
    final TokenVerifier verifier() {
        List<String> faults = new ArrayList<>();
        if (audience != null && audiencePattern != null) {
            faults.add("audience: \"" + audience + "\" (expected: not set together with audienceRegex)");
        }
        if (issuer != null && issuerPattern != null) {
            faults.add("issuer: \"" + issuer + "\" (expected: not set together with issuerRegex)");
        }
        checkPlaceholders("issuerRegex", issuerPattern, faults);
        checkPlaceholders("audienceRegex", audiencePattern, faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        return new TokenVerifier(
                signatures(),
                new ClaimRules(
                        Optional.ofNullable(audience),
                        Optional.ofNullable(audiencePattern),
                        Optional.ofNullable(issuer),
                        Optional.ofNullable(issuerPattern)),
                Optional.ofNullable(userIdClaim),
                clock);
    }

    private void checkPlaceholders(String setting, @Nullable Pattern pattern, List<String> faults) {
        if (pattern != null && keySet != null && !skipJwksSafetyCheck) {
            PlaceholderSafety.objection(pattern.pattern(), keySet.placeholders())
                    .ifPresent(expected ->
                            faults.add(setting + ": \"" + pattern.pattern() + "\" (expected: " + expected + ")"));
        }
    }

    private SignatureCheck signatures() {
        if (skipSignatureCheck) {
            log.warn("skipSignatureCheck is set: tokens are believed whoever signed them.");
            return SignatureCheck.SKIPPED;
        }
        if (keySet != null) {
            if (!keys.isEmpty() || previousSecret != null) {
                log.warn("jwks is set: all other keys are ignored.");
            }
            warnOfEmptyPlaceholders(keySet);
            return new RemoteKeys(keySet, new KeySets(new KeySetRequests(), System::nanoTime));
        }
        return new StaticKeys(keys.fixed(), Optional.ofNullable(previousSecret), clock);
    }

    private void warnOfEmptyPlaceholders(KeySetEndpoint endpoint) {
        Set<String> unfilled = new TreeSet<>(endpoint.placeholders());
        Stream.of(Optional.ofNullable(issuerPattern), Optional.ofNullable(audiencePattern))
                .flatMap(Optional::stream)
                .forEach(pattern -> unfilled.removeAll(pattern.namedGroups().keySet()));
        if (!unfilled.isEmpty()) {
            log.warn("jwks: no group of issuerRegex or audienceRegex fills {}. They are left empty.", unfilled);
        }
    }

    private static Pattern pattern(String setting, String regex) {
        try {
            return Pattern.compile(notBlank(setting, regex));
        } catch (PatternSyntaxException malformed) {
            throw new IllegalArgumentException(
                    setting + ": \"" + regex + "\" (expected: a regular expression that RE2 knows: "
                            + malformed.getDescription() + ")",
                    malformed);
        }
    }

    private static String notBlank(String setting, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(setting + ": empty or blank (expected: the value that tokens carry)");
        }
        return value;
    }
}
