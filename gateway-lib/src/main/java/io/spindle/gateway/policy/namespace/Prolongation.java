package io.spindle.gateway.policy.namespace;

import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.api.client.ConnectedClient;
import java.util.concurrent.CompletionStage;

/** Says whether connections that expire live on, without the clients' part in it: a refresh proxy. Thread-safe, must not block. */
@FunctionalInterface
public interface Prolongation {
    /** As {@link io.spindle.gateway.api.auth.Authenticator#prolong}. */
    CompletionStage<Authentication> prolong(ConnectedClient client);
}
