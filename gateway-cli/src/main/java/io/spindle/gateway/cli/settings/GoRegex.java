package io.spindle.gateway.cli.settings;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions as Go writes them, where groups have names: <code>(?P&lt;name&gt;…)</code>. */
public final class GoRegex {
    private GoRegex() {}

    static boolean isRegex(String text) {
        try {
            compile(text);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    /** @throws PatternSyntaxException if it is none */
    public static Pattern compile(String text) {
        return Pattern.compile(text.replace("(?P<", "(?<"));
    }
}
