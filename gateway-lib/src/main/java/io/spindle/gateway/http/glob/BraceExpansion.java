package io.spindle.gateway.http.glob;

import java.util.ArrayList;
import java.util.List;

/** Turns {@code a{b,c{d,e}}} into {@code ab}, {@code acd}, {@code ace}; escapes and brackets pass untouched. */
final class BraceExpansion {
    static final int MAX_ALTERNATIVES = 1_000;

    private final String text;
    private int position;

    private BraceExpansion(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException if a brace or bracket is left open, or the result is too long */
    static List<String> of(String text) {
        BraceExpansion expansion = new BraceExpansion(text);
        List<String> expanded = expansion.sequence(false);
        if (expansion.position < text.length()) {
            throw new IllegalArgumentException("closes a brace that was not opened");
        }
        return expanded;
    }

    private List<String> sequence(boolean inBraces) {
        List<String> prefixes = List.of("");
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '}' || (inBraces && c == ',')) {
                return prefixes;
            }
            prefixes = c == '{' ? append(prefixes, alternatives()) : append(prefixes, List.of(plain()));
        }
        return prefixes;
    }

    private List<String> alternatives() {
        List<String> found = new ArrayList<>();
        do {
            position++;
            found.addAll(sequence(true));
        } while (position < text.length() && text.charAt(position) == ',');
        if (position == text.length()) {
            throw new IllegalArgumentException("opens a brace that is not closed");
        }
        position++;
        return found;
    }

    /** One character, with its backslash, or one whole bracket: commas and braces within are no syntax. */
    private String plain() {
        int start = position;
        char c = text.charAt(start);
        if (c == '\\') {
            position = Math.min(start + 2, text.length());
        } else if (c == '[') {
            int end = text.indexOf(']', start + 1);
            position = end < 0 ? text.length() : end + 1;
        } else {
            position++;
        }
        return text.substring(start, position);
    }

    private static List<String> append(List<String> prefixes, List<String> ends) {
        if ((long) prefixes.size() * ends.size() > MAX_ALTERNATIVES) {
            throw new IllegalArgumentException("has more than " + MAX_ALTERNATIVES + " alternatives");
        }
        List<String> joined = new ArrayList<>(prefixes.size() * ends.size());
        for (String prefix : prefixes) {
            for (String end : ends) {
                joined.add(prefix + end);
            }
        }
        return joined;
    }
}
