package io.spindle.gateway.auth;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Checks connection tokens, in the protocol's order: form, signature, audience and issuer, then time. So a token that is
 * both over and badly signed is invalid, not expired. Immutable.
 *
 * @param audience must be among the token's, if present
 * @param issuer must be the token's, if present
 */
record TokenVerifier(SignatureKeys keys, Optional<String> audience, Optional<String> issuer, Clock clock) {
    Verification verify(String token) {
        try {
            CompactJws jws = CompactJws.parse(token);
            // Before the claims are read: only who has the key gets that far.
            if (!keys.signed(jws)) {
                return new Verification.Invalid("not signed by a configured key");
            }
            return check(ClaimsReader.read(jws.claims()));
        } catch (MalformedToken malformed) {
            return new Verification.Invalid(String.valueOf(malformed.getMessage()));
        }
    }

    private Verification check(TokenClaims claims) {
        if (audience.isPresent() && !claims.audience().contains(audience.get())) {
            return new Verification.Invalid("for another audience");
        }
        if (issuer.isPresent() && !claims.issuer().equals(issuer.get())) {
            return new Verification.Invalid("by another issuer");
        }
        if (!claims.channel().isEmpty()) {
            return new Verification.Invalid("a subscription token (it has a channel)");
        }
        return isOfThisTime(claims) ? new Verification.Valid(claims) : new Verification.Expired();
    }

    /** No leeway. A token that has not begun counts as expired, so that SDKs ask for another. */
    private boolean isOfThisTime(TokenClaims claims) {
        Instant now = clock.instant();
        return claims.expiry().map(expiry -> expiry.isAfter(now)).orElse(true)
                && claims.notBefore().map(begin -> begin.isBefore(now)).orElse(true);
    }
}
