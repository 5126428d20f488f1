package io.spindle.gateway.api.auth;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.client.ConnectedClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Decides who is connecting, and whether a connection that expires may live on.
 *
 * <p><b>Threading.</b> Called on an executor for callbacks, with no lock held, once per attempt; attempts of different
 * clients run in parallel. Slow work belongs in the returned stage, on an executor of yours.
 *
 * <p><b>Errors.</b> If this throws, or the stage fails or is still open at the deadline of a command (4 s), the attempt
 * is refused with error 100; the cause is logged once and counted. Nobody is let in by accident.
 */
public interface Authenticator {
    /**
     * Authenticates a client that has just sent its connect command.
     *
     * @return who it is, or why it is refused; never null
     */
    CompletionStage<Authentication> authenticate(ConnectAttempt attempt);

    /**
     * Checks the new token of a connected client whose connection expires.
     *
     * <p>An expired token should be answered with {@link Disconnect#EXPIRED}, never with an error: SDKs take an error to a
     * refresh as final. The identity must be that of the connection; another user is disconnected with 3500 by the
     * gateway.
     *
     * @param client the connected client
     * @param token the new token, not empty
     */
    CompletionStage<Authentication> refresh(ConnectedClient client, String token);

    /**
     * Asked at the expiry of a connection that was accepted with {@link io.spindle.gateway.api.Refresh#BY_GATEWAY}: may it
     * live on? Accepted with a later expiry it does, everything else ends it (3005). If this fails, it lives a minute
     * longer and is asked again. By default connections that expire end.
     */
    default CompletionStage<Authentication> prolong(ConnectedClient client) {
        return CompletableFuture.completedStage(new Authentication.Disconnected(Disconnect.EXPIRED));
    }
}
