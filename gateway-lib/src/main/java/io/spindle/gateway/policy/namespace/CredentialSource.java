package io.spindle.gateway.policy.namespace;

import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.api.auth.ConnectAttempt;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Says who connects without a token: a connect proxy. Thread-safe, must not block. */
@FunctionalInterface
public interface CredentialSource {
    /**
     * Asks who a client is.
     *
     * @return its answer; absent if it has nothing to say about the client, so that others may be asked; a stage that
     *     fails refuses the client with error 100
     */
    CompletionStage<Optional<Authentication>> ask(ConnectAttempt attempt);
}
