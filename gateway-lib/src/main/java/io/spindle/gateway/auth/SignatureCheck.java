package io.spindle.gateway.auth;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Whether a token is signed by someone we trust. Implementations are thread-safe and never block. */
@FunctionalInterface
interface SignatureCheck {
    /** Believes every token: for trying things out only. */
    SignatureCheck SKIPPED = (token, groups) -> CompletableFuture.completedFuture(true);

    /**
     * Checks a signature.
     *
     * @param groups what the named groups of the issuer's and the audience's pattern found in the token, which nobody has
     *     vouched for yet
     * @return whether it is signed; false as well if the key can't be had. Complete at once if the keys are at hand
     */
    CompletionStage<Boolean> signed(CompactJws token, Map<String, String> groups);
}
