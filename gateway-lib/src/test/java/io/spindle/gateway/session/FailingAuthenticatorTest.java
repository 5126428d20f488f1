package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.api.auth.Authenticator;
import io.spindle.gateway.api.auth.ConnectAttempt;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.client.JsonClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailingAuthenticatorTest {
    private static final String INTERNAL = "{\"code\":100,\"message\":\"internal server error\",\"temporary\":true}";

    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> builder.authenticator(new Failing()));

    @ParameterizedTest
    @ValueSource(strings = {"throws", "errs", "fails", "null", "null-stage-value"})
    void nobodyIsLetInByAccident(String how) {
        JsonClient client = gateway.open();

        assertEquals(INTERNAL, client.connect(how).at("error").toString());

        assertEquals(0, gateway.gateway().disconnect("user"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"throws", "errs", "fails", "null", "null-stage-value"})
    void aRefreshThatFailsIsAnErrorAndTheConnectionStays(String how) {
        JsonClient client = gateway.open();
        assertEquals(0, client.connect("expires").errorCode());

        assertEquals(
                INTERNAL,
                client.call("refresh", "{\"token\":\"" + how + "\"}")
                        .at("error")
                        .toString());

        assertEquals(0, client.subscribe("chat:after-" + how).errorCode());
    }

    @Test
    void oneThatNeverAnswersRefusesWithinTheTimeOfACommandAndOthersDoNotWait() {
        JsonClient client = gateway.open();
        long asked = System.nanoTime();
        int id = client.send("connect", "{\"token\":\"never\"}");

        JsonClient other = gateway.open();
        assertEquals(0, other.connect("fine").errorCode());

        assertEquals(INTERNAL, client.awaitReply(id).at("error").toString());
        long waited = System.nanoTime() - asked;
        assertTrue(waited >= Duration.ofMillis(3_900).toNanos(), "refused after " + waited + " ns");
    }

    /** Does what the token says. */
    private static final class Failing implements Authenticator {
        @Override
        public CompletionStage<Authentication> authenticate(ConnectAttempt attempt) {
            return refresh(null, attempt.token());
        }

        @Override
        public CompletionStage<Authentication> refresh(ConnectedClient client, String token) {
            return switch (token) {
                case "throws" -> throw new IllegalStateException("secret text of an exception");
                case "errs" -> throw new NoClassDefFoundError("com/example/Missing");
                case "fails" -> CompletableFuture.failedFuture(new IllegalStateException("secret text"));
                case "null" -> null;
                case "null-stage-value" -> CompletableFuture.completedFuture(null);
                case "never" -> new CompletableFuture<>();
                case "expires" ->
                    CompletableFuture.completedFuture(Authentication.Accepted.user("expiring")
                            .withExpiry(Optional.of(Instant.now().plusSeconds(600)), Refresh.BY_CLIENT));
                default -> CompletableFuture.completedFuture(Authentication.Accepted.user("someone"));
            };
        }
    }
}
