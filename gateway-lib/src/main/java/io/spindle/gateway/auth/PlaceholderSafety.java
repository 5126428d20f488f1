package io.spindle.gateway.auth;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;
import java.util.Set;

/**
 * Makes sure that a token, which nobody has vouched for yet, can't send us to a server of its choice: what fills
 * placeholders in a key set's address has to be one of a list of words ({@code (?P<tenant>acme|globex)}). Confined to one
 * check.
 */
final class PlaceholderSafety {
    /** What follows a backslash and stands for many characters, or for a quotation that this does not follow. */
    private static final String CLASSES = "dDwWsSpPQ";

    private static final String NOT_LITERAL = ".*+?{}^$";
    private static final Pattern GROUP = Pattern.compile("^\\((?:\\?P?<(\\w+)>|\\?:)?");
    private static final int OUTSIDE = -1;

    private final String regex;
    private final Set<String> placeholders;
    private int depth;
    private int placeholderDepth = OUTSIDE;

    private PlaceholderSafety(String regex, Set<String> placeholders) {
        this.regex = regex;
        this.placeholders = placeholders;
    }

    /**
     * Checks a pattern.
     *
     * @param regex compiles
     * @param placeholders names of the groups that go into an address
     * @return what is wrong with it
     */
    static Optional<String> objection(String regex, Set<String> placeholders) {
        return placeholders.isEmpty() ? Optional.empty() : new PlaceholderSafety(regex, placeholders).objection();
    }

    private Optional<String> objection() {
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            boolean inPlaceholder = placeholderDepth != OUTSIDE;
            if (c == '[' || (c == '\\' && CLASSES.indexOf(regex.charAt(i + 1)) >= 0)) {
                return Optional.of("without character classes");
            }
            if (inPlaceholder && isOpenEnded(i)) {
                return Optional.of("with a plain list of words, (?P<name>one|two), in each group that jwks uses");
            }
            if (c == '\\') {
                i++;
            } else if (c == '(') {
                i += open(i) - 1;
            } else if (c == ')') {
                close();
            }
        }
        return Optional.empty();
    }

    private boolean isOpenEnded(int index) {
        char c = regex.charAt(index);
        if (c == '\\') {
            return Character.isLetterOrDigit(regex.charAt(index + 1));
        }
        return NOT_LITERAL.indexOf(c) >= 0;
    }

    /** Returns the length of what opens the group. */
    private int open(int index) {
        depth++;
        Matcher group = GROUP.matcher(regex.substring(index));
        group.find();
        String name = group.group(1);
        if (name != null && placeholders.contains(name) && placeholderDepth == OUTSIDE) {
            placeholderDepth = depth;
        }
        return group.end();
    }

    private void close() {
        if (depth == placeholderDepth) {
            placeholderDepth = OUTSIDE;
        }
        depth--;
    }
}
