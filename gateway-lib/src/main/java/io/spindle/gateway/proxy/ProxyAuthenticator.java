package io.spindle.gateway.proxy;

import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.api.auth.Authenticator;
import io.spindle.gateway.api.auth.ConnectAttempt;
import io.spindle.gateway.api.client.ConnectedClient;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Backends beside tokens: a client with a token is who its token says, one without is who the connect proxy says. Whom that
 * has nothing to say about is treated as without it. With a refresh proxy all connections that expire are prolonged by it,
 * those from tokens too. Thread-safe.
 */
public final class ProxyAuthenticator implements Authenticator {
    private final Authenticator tokens;
    private final Optional<ConnectProxy> connect;
    private final Optional<RefreshProxy> refresh;

    /** @param tokens decides about clients that bring a token, and about those whom nobody else knows */
    public ProxyAuthenticator(Authenticator tokens, Optional<ConnectProxy> connect, Optional<RefreshProxy> refresh) {
        this.tokens = tokens;
        this.connect = connect;
        this.refresh = refresh;
    }

    @Override
    public CompletionStage<Authentication> authenticate(ConnectAttempt attempt) {
        if (connect.isEmpty() || !attempt.token().isEmpty()) {
            return byToken(attempt);
        }
        return connect.get()
                .ask(attempt)
                .thenCompose(
                        answer -> answer.map(CompletableFuture::completedStage).orElseGet(() -> byToken(attempt)));
    }

    private CompletionStage<Authentication> byToken(ConnectAttempt attempt) {
        return tokens.authenticate(attempt).thenApply(this::prolongedByProxy);
    }

    private Authentication prolongedByProxy(Authentication authentication) {
        return refresh.isPresent() && authentication instanceof Authentication.Accepted accepted
                ? accepted.withExpiry(accepted.expiresAt(), Refresh.BY_GATEWAY)
                : authentication;
    }

    @Override
    public CompletionStage<Authentication> refresh(ConnectedClient client, String token) {
        return tokens.refresh(client, token);
    }

    @Override
    public CompletionStage<Authentication> prolong(ConnectedClient client) {
        return refresh.map(proxy -> proxy.prolong(client)).orElseGet(() -> Authenticator.super.prolong(client));
    }
}
