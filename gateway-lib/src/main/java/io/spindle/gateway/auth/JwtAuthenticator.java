package io.spindle.gateway.auth;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.api.auth.Authenticator;
import io.spindle.gateway.api.auth.ConnectAttempt;
import io.spindle.gateway.api.auth.ServerSubscription;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.guard.NonBlocking;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Authenticates by connection tokens (JWT, signed). The configured keys fix the algorithms; {@code exp}, {@code nbf} and,
 * where configured, {@code aud} and {@code iss} are checked. Immutable, never blocks: with a key set on a server (JWKS)
 * answers may come later, on a thread of the HTTP client.
 *
 * <p>The user is {@code sub}, {@code conn_info} is {@code b64info} or {@code info}, the user's name is {@code name} in
 * it. The connection ends with {@code expire_at} (0: never), else with {@code exp}. {@code subs}, or without it {@code
 * channels}, are what the server subscribes the client to, and {@code meta} is kept for policies.
 *
 * @see <a href="https://centrifugal.dev/docs/server/authentication">Centrifugal connection tokens</a>
 */
public final class JwtAuthenticator implements Authenticator, NonBlocking {
    private static final Logger log = LoggerFactory.getLogger(JwtAuthenticator.class);

    private static final Authentication EXPIRED = new Authentication.Refused(ErrorCode.TOKEN_EXPIRED);
    private static final Authentication EXPIRED_AT_REFRESH = new Authentication.Disconnected(Disconnect.EXPIRED);
    private static final Authentication INVALID = new Authentication.Disconnected(Disconnect.INVALID_TOKEN);
    private static final Authentication NO_TOKEN = new Authentication.Disconnected(Disconnect.BAD_REQUEST);
    private static final Authentication UNREADABLE_INFO = new Authentication.Refused(ErrorCode.INTERNAL);

    private static final Authentication NO_USER = new Authentication.Disconnected(Disconnect.PERMISSION_DENIED);

    private final TokenVerifier verifier;
    private final boolean allowAnonymous;
    private final boolean disallowAnonymousTokens;

    JwtAuthenticator(TokenVerifier verifier, boolean allowAnonymous, boolean disallowAnonymousTokens) {
        this.verifier = verifier;
        this.allowAnonymous = allowAnonymous;
        this.disallowAnonymousTokens = disallowAnonymousTokens;
    }

    /** Tokens signed with a secret (HS256, HS384, HS512); nobody without a token. See {@link #builder()} for the rest. */
    public static JwtAuthenticator hmac(String secret) {
        return builder().hmacSecret(secret).build();
    }

    public static JwtAuthenticatorBuilder builder() {
        return new JwtAuthenticatorBuilder();
    }

    /** Subscription tokens that are signed with the same keys, for the same audience and by the same issuer. */
    public SubscriptionTokens subscriptionTokens() {
        return new SubscriptionTokens(verifier);
    }

    @Override
    public CompletionStage<Authentication> authenticate(ConnectAttempt attempt) {
        if (attempt.token().isEmpty()) {
            return CompletableFuture.completedFuture(allowAnonymous ? Authentication.Accepted.user("") : NO_TOKEN);
        }
        return verify(attempt.token(), EXPIRED).thenApply(this::withoutAnonymous);
    }

    @Override
    public CompletionStage<Authentication> refresh(ConnectedClient client, String token) {
        return token.isEmpty() ? CompletableFuture.completedFuture(NO_TOKEN) : verify(token, EXPIRED_AT_REFRESH);
    }

    private Authentication withoutAnonymous(Authentication answer) {
        boolean refused = disallowAnonymousTokens
                && answer instanceof Authentication.Accepted accepted
                && accepted.userId().isEmpty();
        return refused ? NO_USER : answer;
    }

    private CompletionStage<Authentication> verify(String token, Authentication whenExpired) {
        return verifier.verify(token, TokenKind.CONNECTION)
                .thenApply(verification -> answer(verification, whenExpired));
    }

    private static Authentication answer(Verification verification, Authentication whenExpired) {
        if (verification instanceof Verification.Valid valid) {
            return accept(valid.claims());
        }
        if (verification instanceof Verification.Invalid invalid) {
            return invalid(invalid.reason());
        }
        return whenExpired;
    }

    private static Authentication accept(TokenClaims claims) {
        Map<String, ServerSubscription> subscriptions;
        try {
            subscriptions = claims.subscriptions();
        } catch (MalformedToken notBase64) {
            return invalid(notBase64.reason());
        }
        try {
            ConnectionInfo info = ConnectionInfo.of(claims);
            return Authentication.Accepted.user(claims.userId())
                    .withUserName(info.name())
                    .withInfo(info.payload())
                    .withExpiry(claims.endsAt(), Refresh.BY_CLIENT)
                    .withSubscriptions(subscriptions)
                    .withMeta(claims.meta());
        } catch (MalformedToken notBase64) {
            log.debug("Token refused: b64info is {}", notBase64.reason());
            return UNREADABLE_INFO;
        }
    }

    private static Authentication invalid(String reason) {
        log.debug("Token refused: {}", reason);
        return INVALID;
    }
}
