package io.spindle.gateway.http.glob;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern for whole texts: {@code *} is any run of characters, {@code ?} one, {@code [a-z]} one of a set ({@code [!a-z]}
 * one of the others), {@code {a,b}} either, and a backslash takes the next character as it is. Immutable.
 */
public final class Glob {
    /** The pattern without braces; any of them may match. */
    private final List<PlainGlob> alternatives;

    private Glob(List<PlainGlob> alternatives) {
        this.alternatives = alternatives;
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException saying what is wrong, as the rest of a sentence: brackets, braces or a backslash are
     *     left open, or it has too many alternatives
     */
    public static Glob of(String pattern) {
        List<PlainGlob> globs = new ArrayList<>();
        for (String alternative : BraceExpansion.of(pattern)) {
            globs.add(PlainGlob.of(alternative));
        }
        return new Glob(List.copyOf(globs));
    }

    public boolean matches(String text) {
        for (PlainGlob glob : alternatives) {
            if (glob.matches(text)) {
                return true;
            }
        }
        return false;
    }
}
