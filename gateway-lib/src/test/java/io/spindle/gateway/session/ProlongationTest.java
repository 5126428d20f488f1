package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.api.auth.Authenticator;
import io.spindle.gateway.api.auth.ConnectAttempt;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.broker.ClientSelector;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.JsonMessage;
import io.spindle.gateway.redis.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Connections that expire, and are prolonged by the gateway's asking instead of their clients' tokens. */
class ProlongationTest {
    private static final Asked ASKED = new Asked();

    @RegisterExtension
    static final GatewayExtension gateway =
            new GatewayExtension(builder -> builder.authenticator(ASKED).expiredCloseDelay(Duration.ofHours(1)));

    @Test
    void theClientIsToldOfNoExpiryAndLivesOnWhenThatIsAllowed() {
        JsonClient alice = gateway.open();

        JsonMessage reply = alice.connect("allowed");

        assertFalse(reply.at("connect").has("expires"));
        Await.until("asked", () -> ASKED.times("allowed") == 1);
        assertEquals(0, alice.subscribe("chat:on").errorCode());
    }

    @Test
    void itIsClosedAtOnceWhenThatIsRefused() {
        JsonClient alice = gateway.open();
        alice.connect("refused");

        assertEquals("connection expired", alice.expectClose(3005).reason());
    }

    @Test
    void itLivesOnForAWhileWhenNobodyAnswers() {
        JsonClient alice = gateway.open();
        alice.connect("broken");

        Await.until("asked", () -> ASKED.times("broken") == 1);

        assertEquals(0, alice.subscribe("chat:on").errorCode());
    }

    @Test
    void aRefreshTokenIsNotWhatWasAgreed() {
        JsonClient alice = gateway.open();
        alice.connect("allowed");

        alice.send("refresh", "{\"token\":\"allowed\"}");

        alice.expectClose(3501);
    }

    @Test
    void anExpiryThatAHostMovesIsAskedAboutToo() {
        JsonClient alice = gateway.open();
        alice.connect("moved");
        Await.until("asked", () -> ASKED.times("moved") == 1);

        gateway.gateway()
                .clients()
                .refresh(ClientSelector.user("moved"), Optional.of(Instant.now().plusMillis(200)), Optional.empty());

        Await.until("asked again", () -> ASKED.times("moved") == 2);
    }

    /** Lets everybody in for a moment; the user's name says what it answers then. */
    private static final class Asked implements Authenticator {
        private final Map<String, Integer> times = new ConcurrentHashMap<>();

        int times(String user) {
            return times.getOrDefault(user, 0);
        }

        @Override
        public CompletionStage<Authentication> authenticate(ConnectAttempt attempt) {
            return CompletableFuture.completedFuture(accepted(attempt.token(), Duration.ofMillis(300)));
        }

        @Override
        public CompletionStage<Authentication> refresh(ConnectedClient client, String token) {
            throw new AssertionError("nobody brings tokens here");
        }

        @Override
        public CompletionStage<Authentication> prolong(ConnectedClient client) {
            times.merge(client.userId(), 1, Integer::sum);
            return switch (client.userId()) {
                case "refused" ->
                    CompletableFuture.completedFuture(new Authentication.Disconnected(Disconnect.EXPIRED));
                case "broken" -> CompletableFuture.failedFuture(new IllegalStateException("the backend is down"));
                default -> CompletableFuture.completedFuture(accepted(client.userId(), Duration.ofHours(1)));
            };
        }

        private static Authentication accepted(String user, Duration life) {
            return Authentication.Accepted.user(user)
                    .withExpiry(Optional.of(Instant.now().plus(life)), Refresh.BY_GATEWAY);
        }
    }
}
