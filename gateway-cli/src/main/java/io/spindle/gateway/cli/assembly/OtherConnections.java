package io.spindle.gateway.cli.assembly;

import io.spindle.gateway.Gateway;
import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.broker.ClientSelector;
import io.spindle.gateway.policy.namespace.SingleConnection;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Ends the other connections of a user by the gateway, which is made after it. Thread-safe. */
final class OtherConnections implements SingleConnection {
    private final CompletableFuture<Gateway> gateway = new CompletableFuture<>();

    void of(Gateway made) {
        gateway.complete(made);
    }

    @Override
    public CompletionStage<?> endOthers(String userId, String clientId, String personalChannel) {
        return gateway.thenCompose(each -> each.channels()
                .presenceStats(personalChannel)
                .thenCompose(stats -> stats.clients() == 0
                        ? CompletableFuture.completedFuture(null)
                        : each.clients()
                                .disconnect(
                                        ClientSelector.user(userId), Set.of(clientId), Disconnect.CONNECTION_LIMIT)));
    }
}
