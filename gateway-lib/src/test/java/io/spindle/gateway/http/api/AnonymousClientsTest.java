package io.spindle.gateway.http.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.api.auth.Authenticator;
import io.spindle.gateway.api.auth.ConnectAttempt;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.client.JsonClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The empty user is all who have none. */
class AnonymousClientsTest {
    @RegisterExtension
    final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(new ApiChannels())
            .authenticator(new TokenIsName())
            .apiKey(BackEnd.KEY)
            .serverApi(true));

    @Test
    void aDisconnectOfNobodyInParticularEndsAllAnonymousConnections() {
        JsonClient first = gateway.open();
        first.connect("");
        JsonClient second = gateway.open();
        second.connect("");
        JsonClient alice = gateway.open();
        alice.connect("alice");

        new BackEnd(gateway::gateway).result("disconnect", "{}");

        first.expectClose(3503);
        second.expectClose(3503);
        assertEquals(0, alice.subscribe("plain:a").errorCode());
    }

    /** Everybody is who they say; who says nothing is anonymous. */
    private static final class TokenIsName implements Authenticator {
        @Override
        public CompletionStage<Authentication> authenticate(ConnectAttempt attempt) {
            return CompletableFuture.completedFuture(Authentication.Accepted.user(attempt.token()));
        }

        @Override
        public CompletionStage<Authentication> refresh(ConnectedClient client, String token) {
            return CompletableFuture.completedFuture(Authentication.Accepted.user(token));
        }
    }
}
