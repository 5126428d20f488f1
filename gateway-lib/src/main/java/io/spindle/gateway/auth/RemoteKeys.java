package io.spindle.gateway.auth;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Checks signatures with the keys of a set on another server; the token's {@code kid} says with which. Immutable. */
record RemoteKeys(KeySetEndpoint endpoint, KeySets sets) implements SignatureCheck {
    @Override
    public CompletionStage<Boolean> signed(CompactJws token, Map<String, String> groups) {
        Optional<URI> address = endpoint.resolve(groups);
        if (token.keyId().isEmpty() || address.isEmpty()) {
            return CompletableFuture.completedFuture(false);
        }
        return sets.find(address.get(), token.keyId())
                .thenApply(keys -> keys.map(key -> key.signed(token)).orElse(false));
    }
}
