package io.spindle.gateway.auth;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Checks signatures with keys from the settings. Immutable.
 *
 * @param keys those in use
 * @param previous the secret before the present one, for tokens that {@code keys} have not signed
 */
record StaticKeys(SignatureKeys keys, Optional<Previous> previous, Clock clock) implements SignatureCheck {
    @Override
    public CompletionStage<Boolean> signed(CompactJws token, Map<String, String> groups) {
        return CompletableFuture.completedFuture(keys.signed(token) || signedBefore(token));
    }

    private boolean signedBefore(CompactJws token) {
        return previous.filter(secret -> secret.isValid(clock.instant()))
                .map(secret -> secret.keys().signed(token))
                .orElse(false);
    }

    /**
     * A secret that has been replaced.
     *
     * @param validUntil when it no longer counts, by the clock and whatever the token's age; absent: it always counts
     */
    record Previous(SignatureKeys keys, Optional<Instant> validUntil) {
        private boolean isValid(Instant now) {
            return validUntil.map(end -> !end.isBefore(now)).orElse(true);
        }
    }
}
