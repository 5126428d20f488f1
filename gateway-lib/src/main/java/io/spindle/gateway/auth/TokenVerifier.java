package io.spindle.gateway.auth;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Checks tokens, in the protocol's order: form, patterns of issuer and audience (where the key is may depend on them),
 * signature, exact issuer and audience, then time. So a token that is both over and badly signed is invalid, not expired.
 * Immutable.
 *
 * @param userIdClaim the claim that carries the user instead of {@code sub}
 */
record TokenVerifier(SignatureCheck signatures, ClaimRules rules, Optional<String> userIdClaim, Clock clock) {
    CompletionStage<Verification> verify(String token, TokenKind kind) {
        try {
            CompactJws jws = CompactJws.parse(token);
            TokenClaims claims = ClaimsReader.read(jws.claims(), kind, userIdClaim);
            return signatures
                    .signed(jws, rules.groups(claims))
                    .thenApply(
                            signed -> signed ? check(claims, kind) : new Verification.Invalid("not signed by a key"));
        } catch (MalformedToken malformed) {
            return CompletableFuture.completedFuture(new Verification.Invalid(malformed.reason()));
        }
    }

    private Verification check(TokenClaims claims, TokenKind kind) {
        try {
            rules.check(claims);
        } catch (MalformedToken notForUs) {
            return new Verification.Invalid(notForUs.reason());
        }
        if (kind == TokenKind.CONNECTION && !claims.channel().isEmpty()) {
            return new Verification.Invalid("a subscription token (it has a channel)");
        }
        if (!isOfThisTime(claims)) {
            return new Verification.Expired();
        }
        if (kind == TokenKind.SUBSCRIPTION && claims.channel().isEmpty()) {
            return new Verification.Invalid("not a subscription token (it has no channel)");
        }
        return new Verification.Valid(claims);
    }

    /** No leeway. A token that has not begun counts as expired, so that SDKs ask for another. */
    private boolean isOfThisTime(TokenClaims claims) {
        Instant now = clock.instant();
        return claims.expiry().map(expiry -> expiry.isAfter(now)).orElse(true)
                && claims.notBefore().map(begin -> begin.isBefore(now)).orElse(true);
    }
}
