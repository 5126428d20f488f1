package io.spindle.gateway.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.api.auth.Authenticator;
import io.spindle.gateway.api.auth.ConnectAttempt;
import io.spindle.gateway.api.client.ConnectedClient;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardedAuthenticatorTest {
    private static final Authentication REFUSED = new Authentication.Refused(ErrorCode.INTERNAL);

    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(2);

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private static final ConnectedClient CLIENT = new ConnectedClient("42", "c1", "Alice", true, Optional.empty());

    /** What a client is told, asked both ways, by an authenticator that always does the same. */
    private void assertAnswer(
            Authentication expected, long timeoutMillis, Supplier<CompletionStage<Authentication>> does)
            throws Exception {
        GuardedAuthenticator guarded = new GuardedAuthenticator(
                new Authenticator() {
                    @Override
                    public CompletionStage<Authentication> authenticate(ConnectAttempt attempt) {
                        return does.get();
                    }

                    @Override
                    public CompletionStage<Authentication> refresh(ConnectedClient client, String token) {
                        return does.get();
                    }
                },
                executor,
                executor);
        long timeoutNanos = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        ConnectAttempt attempt =
                new ConnectAttempt("c1", "token", Optional.empty(), "", "", Set.of(), CLIENT.transport());

        assertEquals(expected, answer(guarded.authenticate(attempt, timeoutNanos)));
        assertEquals(expected, answer(guarded.refresh(CLIENT, "token", timeoutNanos)));
    }

    private static Authentication answer(CompletionStage<Authentication> stage) throws Exception {
        return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void answersPass() throws Exception {
        Authentication alice = Authentication.Accepted.user("alice");

        assertAnswer(alice, 10_000, () -> CompletableFuture.completedFuture(alice));
    }

    @Test
    void anAuthenticatorThatFailsLetsNobodyIn() throws Exception {
        assertAnswer(REFUSED, 10_000, () -> {
            throw new IllegalStateException("on purpose");
        });
        assertAnswer(REFUSED, 10_000, () -> null);
        assertAnswer(REFUSED, 10_000, () -> CompletableFuture.completedFuture(null));
        assertAnswer(REFUSED, 10_000, () -> CompletableFuture.failedFuture(new Exception("on purpose")));
        assertAnswer(REFUSED, 50, CompletableFuture::new);
    }

    @Test
    void anIdentityWithNullInItLetsNobodyIn() throws Exception {
        assertAnswer(REFUSED, 10_000, () -> CompletableFuture.completedFuture(Authentication.Accepted.user(null)));
    }
}
