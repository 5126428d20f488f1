package io.spindle.gateway.auth;

import java.util.concurrent.CompletionStage;

/**
 * Verifies subscription tokens (JWT, signed), with keys of their own ({@link #builder()}) or with those of connection
 * tokens ({@link JwtAuthenticator#subscriptionTokens()}). Immutable, thread-safe, never blocks: with a key set on a server
 * (JWKS) answers may come later, on a thread of the HTTP client.
 *
 * @see <a href="https://centrifugal.dev/docs/server/channel_token_auth">Centrifugal subscription tokens</a>
 */
public final class SubscriptionTokens {
    private final TokenVerifier verifier;

    SubscriptionTokens(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    public static SubscriptionTokensBuilder builder() {
        return new SubscriptionTokensBuilder();
    }

    /**
     * Verifies a token.
     *
     * @param token as the client sent it, not empty
     * @return what it is; the stage never fails because of the token or of keys that can't be had
     */
    public CompletionStage<SubscriptionToken> verify(String token) {
        return verifier.verify(token, TokenKind.SUBSCRIPTION).thenApply(SubscriptionTokens::token);
    }

    private static SubscriptionToken token(Verification verification) {
        if (verification instanceof Verification.Valid valid) {
            return token(valid.claims());
        }
        if (verification instanceof Verification.Invalid invalid) {
            return new SubscriptionToken.Invalid(invalid.reason());
        }
        return new SubscriptionToken.Expired();
    }

    private static SubscriptionToken token(TokenClaims claims) {
        try {
            return new SubscriptionToken.Valid(
                    claims.channel(),
                    claims.userId(),
                    claims.clientId(),
                    claims.own().subscription(),
                    claims.endsAt());
        } catch (MalformedToken notBase64) {
            return new SubscriptionToken.Invalid(notBase64.reason());
        }
    }
}
