package io.spindle.gateway.auth;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.api.auth.Authenticator;
import io.spindle.gateway.api.auth.ConnectAttempt;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.guard.CallGuard;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/**
 * An authenticator that always answers in time, whatever the one behind it does: its failures are refused with error 100
 * (temporary). Nobody is let in by accident. Thread-safe; for threads and failures see {@link CallGuard}.
 */
public final class GuardedAuthenticator {
    private final Authenticator authenticator;
    private final CallGuard<Authentication> guard;

    public GuardedAuthenticator(Authenticator authenticator, Executor executor, ScheduledExecutorService scheduler) {
        this.authenticator = authenticator;
        this.guard = new CallGuard<>(
                authenticator,
                "authenticator " + authenticator.getClass().getName(),
                executor,
                scheduler,
                new Authentication.Refused(ErrorCode.INTERNAL));
    }

    public CompletionStage<Authentication> authenticate(ConnectAttempt attempt, long timeoutNanos) {
        return guard.ask(() -> authenticator.authenticate(attempt), timeoutNanos);
    }

    /** Whether a connection that expires may live on; a failure is an error that is temporary. */
    public CompletionStage<Authentication> prolong(ConnectedClient client, long timeoutNanos) {
        return guard.ask(() -> authenticator.prolong(client), timeoutNanos);
    }

    /**
     * Checks the new token of a connected client.
     *
     * @param token not empty
     */
    public CompletionStage<Authentication> refresh(ConnectedClient client, String token, long timeoutNanos) {
        return guard.ask(() -> authenticator.refresh(client, token), timeoutNanos);
    }
}
