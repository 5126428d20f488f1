package io.spindle.gateway.proxy;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.auth.ConnectAttempt;
import io.spindle.gateway.api.client.ClientTransport;
import io.spindle.gateway.api.client.ConnectedClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Clients as proxies see them, and answers as they come. */
final class Clients {
    static final ClientTransport WEBSOCKET = new ClientTransport("websocket", "json", Map.of(), Map.of());

    private Clients() {}

    static ConnectAttempt attempt() {
        return attempt(WEBSOCKET);
    }

    static ConnectAttempt attempt(ClientTransport transport) {
        return new ConnectAttempt("client-1", "", Optional.empty(), "", "", Set.of(), transport);
    }

    static ClientTransport with(Map<String, List<String>> headers, Map<String, String> emulated) {
        return new ClientTransport("websocket", "json", headers, emulated);
    }

    static ConnectedClient user(String user) {
        return user(user, Optional.empty());
    }

    static ConnectedClient user(String user, Optional<Payload> meta) {
        return new ConnectedClient(user, "client-1", user, true, Optional.empty(), meta, WEBSOCKET);
    }

    /** What comes of it; a failure is thrown as it is. */
    static <T> T get(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
