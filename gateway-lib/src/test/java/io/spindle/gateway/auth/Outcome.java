package io.spindle.gateway.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.api.auth.Authenticator;
import io.spindle.gateway.api.auth.ConnectAttempt;
import io.spindle.gateway.api.client.ConnectedClient;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Asks an authenticator about a token, and says what the answer has to be. */
record Outcome(Authentication answer) {
    private static final ConnectedClient CLIENT =
            new ConnectedClient("42", "032064a8-e292-4d8f-97c3-3f627ffb7a5c", "Alice", true, Optional.empty());

    static Outcome ofConnect(Authenticator authenticator, String token) {
        return whenConnected(authenticator, token).join();
    }

    /** What it says when it comes to it. */
    static CompletableFuture<Outcome> whenConnected(Authenticator authenticator, String token) {
        ConnectAttempt attempt = new ConnectAttempt(
                "032064a8-e292-4d8f-97c3-3f627ffb7a5c",
                token,
                Optional.empty(),
                "js",
                "5.0",
                Set.of(),
                CLIENT.transport());
        return authenticator.authenticate(attempt).thenApply(Outcome::new).toCompletableFuture();
    }

    static Outcome ofRefresh(Authenticator authenticator, String token) {
        return new Outcome(
                authenticator.refresh(CLIENT, token).toCompletableFuture().join());
    }

    Authentication.Accepted accepted() {
        return assertInstanceOf(Authentication.Accepted.class, answer);
    }

    void invalid() {
        disconnected(Disconnect.INVALID_TOKEN);
    }

    void disconnected(Disconnect disconnect) {
        assertEquals(new Authentication.Disconnected(disconnect), answer);
    }

    void refused(ErrorCode error) {
        assertEquals(new Authentication.Refused(error), answer);
    }
}
