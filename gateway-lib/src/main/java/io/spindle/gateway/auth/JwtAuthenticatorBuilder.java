package io.spindle.gateway.auth;

/** Collects what a {@link JwtAuthenticator} is made of. Not thread-safe. */
public final class JwtAuthenticatorBuilder extends TokenSettings<JwtAuthenticatorBuilder> {
    private boolean allowAnonymous;
    private boolean disallowAnonymousTokens;

    JwtAuthenticatorBuilder() {}

    @Override
    JwtAuthenticatorBuilder self() {
        return this;
    }

    /** Whether clients without a token are let in, with an empty user id; default false. */
    public JwtAuthenticatorBuilder allowAnonymous(boolean allow) {
        allowAnonymous = allow;
        return this;
    }

    /** Whether clients whose token names no user are disconnected with 3507 when they connect; default false. */
    public JwtAuthenticatorBuilder disallowAnonymousTokens(boolean disallow) {
        disallowAnonymousTokens = disallow;
        return this;
    }

    /**
     * Makes the authenticator.
     *
     * @throws IllegalArgumentException if it would let nobody in (no key, and anonymous clients not allowed), or settings
     *     contradict each other; names all of them
     */
    public JwtAuthenticator build() {
        if (!believesSomeone() && !allowAnonymous) {
            throw new IllegalArgumentException(
                    "hmacSecret: not set (expected: a secret, a public key, a key set, or allowAnonymous;"
                            + " nobody could connect)");
        }
        return new JwtAuthenticator(verifier(), allowAnonymous, disallowAnonymousTokens);
    }
}
