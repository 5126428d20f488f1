package io.spindle.gateway.auth;

/** Collects what {@link SubscriptionTokens} are verified by. Not thread-safe. */
public final class SubscriptionTokensBuilder extends TokenSettings<SubscriptionTokensBuilder> {
    SubscriptionTokensBuilder() {}

    @Override
    SubscriptionTokensBuilder self() {
        return this;
    }

    /**
     * Makes the verifier. Without any key every token is invalid.
     *
     * @throws IllegalArgumentException if settings contradict each other; names all of them
     */
    public SubscriptionTokens build() {
        return new SubscriptionTokens(verifier());
    }
}
