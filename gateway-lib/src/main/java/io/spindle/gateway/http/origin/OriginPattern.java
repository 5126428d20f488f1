package io.spindle.gateway.http.origin;

import java.util.ArrayList;
import java.util.List;

/**
 * One entry of {@code client.allowed_origins}: a glob over the whole origin, scheme and port included. {@code *} is any
 * run of characters, {@code ?} one, {@code [a-z]} one of a set ({@code [!a-z]} one of the others), {@code {a,b}} either,
 * and a backslash takes the next character as it is. Immutable.
 */
final class OriginPattern {
    /** The pattern without braces; any of them may match. */
    private final List<OriginGlob> alternatives;

    private OriginPattern(List<OriginGlob> alternatives) {
        this.alternatives = alternatives;
    }

    /** @throws IllegalArgumentException if brackets, braces or a backslash are left open, or it has too many alternatives */
    static OriginPattern of(String text) {
        try {
            List<OriginGlob> globs = new ArrayList<>();
            for (String alternative : BraceExpansion.of(text)) {
                globs.add(OriginGlob.of(alternative));
            }
            return new OriginPattern(List.copyOf(globs));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    OriginCheck.SETTING + ": \"" + text + "\" " + e.getMessage()
                            + " (expected: a pattern such as https://*.example.com)",
                    e);
        }
    }

    /** @param origin in lower case; the pattern itself is taken as it was written */
    boolean matches(String origin) {
        for (OriginGlob glob : alternatives) {
            if (glob.matches(origin)) {
                return true;
            }
        }
        return false;
    }
}
