package io.spindle.gateway.auth;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.api.auth.Authenticator;
import io.spindle.gateway.api.auth.ConnectAttempt;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.guard.NonBlocking;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Authenticates by connection tokens (JWT, signed). The configured keys fix the algorithms; {@code exp}, {@code nbf} and,
 * where configured, {@code aud} and {@code iss} are checked. Immutable, never blocks.
 *
 * <p>The user is {@code sub}, {@code conn_info} is {@code b64info} or {@code info}, the user's name is {@code name} in
 * it. The connection ends with {@code expire_at} (0: never), else with {@code exp}.
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

    private final TokenVerifier verifier;
    private final boolean allowAnonymous;

    JwtAuthenticator(TokenVerifier verifier, boolean allowAnonymous) {
        this.verifier = verifier;
        this.allowAnonymous = allowAnonymous;
    }

    /** Tokens signed with a secret (HS256, HS384, HS512); nobody without a token. See {@link #builder()} for the rest. */
    public static JwtAuthenticator hmac(String secret) {
        return builder().hmacSecret(secret).build();
    }

    public static JwtAuthenticatorBuilder builder() {
        return new JwtAuthenticatorBuilder();
    }

    @Override
    public CompletionStage<Authentication> authenticate(ConnectAttempt attempt) {
        if (attempt.token().isEmpty()) {
            return answer(allowAnonymous ? Authentication.Accepted.user("") : NO_TOKEN);
        }
        return answer(verify(attempt.token(), EXPIRED));
    }

    @Override
    public CompletionStage<Authentication> refresh(ConnectedClient client, String token) {
        return answer(token.isEmpty() ? NO_TOKEN : verify(token, EXPIRED_AT_REFRESH));
    }

    private Authentication verify(String token, Authentication whenExpired) {
        Verification verification = verifier.verify(token);
        if (verification instanceof Verification.Valid valid) {
            return accept(valid.claims());
        }
        if (verification instanceof Verification.Invalid invalid) {
            log.debug("Token refused: {}", invalid.reason());
            return INVALID;
        }
        return whenExpired;
    }

    private static Authentication accept(TokenClaims claims) {
        try {
            ConnectionInfo info = ConnectionInfo.of(claims);
            return Authentication.Accepted.user(claims.subject())
                    .withUserName(info.name())
                    .withInfo(info.payload())
                    .withExpiry(claims.connectionExpiry(), Refresh.BY_CLIENT);
        } catch (IllegalArgumentException notBase64) {
            log.debug("Token refused: b64info is not base64");
            return UNREADABLE_INFO;
        }
    }

    private static CompletionStage<Authentication> answer(Authentication authentication) {
        return CompletableFuture.completedFuture(authentication);
    }
}
