package io.spindle.gateway.http.origin;

import io.spindle.gateway.http.glob.Glob;

/** One entry of {@code client.allowed_origins}: a {@link Glob} over the whole origin, scheme and port included. Immutable. */
final class OriginPattern {
    private final Glob glob;

    private OriginPattern(Glob glob) {
        this.glob = glob;
    }

    /** @throws IllegalArgumentException if it is no pattern */
    static OriginPattern of(String text) {
        try {
            return new OriginPattern(Glob.of(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    OriginCheck.SETTING + ": \"" + text + "\" " + e.getMessage()
                            + " (expected: a pattern such as https://*.example.com)",
                    e);
        }
    }

    /** @param origin in lower case; the pattern itself is taken as it was written */
    boolean matches(String origin) {
        return glob.matches(origin);
    }
}
