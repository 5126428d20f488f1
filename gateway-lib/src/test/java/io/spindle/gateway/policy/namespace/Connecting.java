package io.spindle.gateway.policy.namespace;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.Tokens;
import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.api.auth.Authenticator;
import io.spindle.gateway.api.auth.ConnectAttempt;
import io.spindle.gateway.api.client.ClientTransport;
import io.spindle.gateway.auth.JwtAuthenticator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Clients that connect. Answers are the codes that the client would see: 0 if it may. */
record Connecting(Authenticator authenticator) {
    static final Authenticator TOKENS = JwtAuthenticator.hmac(Tokens.SECRET);

    static Connecting to(NamespaceAuthenticatorBuilder builder) {
        return new Connecting(builder.build());
    }

    /** Verifies tokens signed by {@link Tokens#SECRET}, and lets nobody else in. */
    static NamespaceAuthenticatorBuilder tokens(ChannelNamespacesBuilder namespaces) {
        return NamespaceAuthenticator.builder(namespaces.build()).tokens(TOKENS);
    }

    Authentication answer(String token, String... channels) {
        return answer(token, Map.of(), channels);
    }

    Authentication answer(String token, Map<String, List<String>> headers, String... channels) {
        ConnectAttempt attempt = new ConnectAttempt(
                Asking.CLIENT_ID,
                token,
                Optional.empty(),
                "js",
                "1",
                Set.of(channels),
                new ClientTransport("websocket", "json", headers, Map.of()));
        return done(authenticator.authenticate(attempt));
    }

    int code(String token, String... channels) {
        return code(answer(token, channels));
    }

    Authentication.Accepted accepted(String token, String... channels) {
        return assertInstanceOf(Authentication.Accepted.class, answer(token, channels));
    }

    /** The channels that a client gets. */
    Set<String> channels(String token, String... wishes) {
        return accepted(token, wishes).subscriptions().keySet();
    }

    static Authentication done(CompletionStage<Authentication> stage) {
        CompletableFuture<Authentication> answer = stage.toCompletableFuture();
        assertTrue(answer.isDone(), "answered at once");
        return answer.join();
    }

    static int code(Authentication authentication) {
        if (authentication instanceof Authentication.Refused refused) {
            return refused.error().code();
        }
        return authentication instanceof Authentication.Disconnected disconnected
                ? disconnected.disconnect().code()
                : Asking.ALLOWED;
    }
}
