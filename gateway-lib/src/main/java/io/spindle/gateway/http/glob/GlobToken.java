package io.spindle.gateway.http.glob;

/**
 * One element of a glob.
 *
 * @param kind what it stands for
 * @param content the character, or what stands between the brackets; empty for the wildcards
 * @param length how many characters of the pattern it took
 */
record GlobToken(Kind kind, String content, int length) {
    enum Kind {
        STAR,
        ANY_ONE,
        CHARACTER,
        ONE_OF,
        NONE_OF
    }

    /** @throws IllegalArgumentException if a bracket is empty, left open or has a range that runs backwards */
    static GlobToken at(String text, int position) {
        char c = text.charAt(position);
        return switch (c) {
            case '*' -> new GlobToken(Kind.STAR, "", 1);
            case '?' -> new GlobToken(Kind.ANY_ONE, "", 1);
            case '[' -> bracket(text, position);
            case '\\' -> escaped(text, position);
            default -> new GlobToken(Kind.CHARACTER, String.valueOf(c), 1);
        };
    }

    boolean star() {
        return kind == Kind.STAR;
    }

    /** Whether it stands for this one character; a star is the caller's business. */
    boolean accepts(char c) {
        return switch (kind) {
            case STAR -> false;
            case ANY_ONE -> true;
            case CHARACTER -> content.charAt(0) == c;
            case ONE_OF -> contains(c);
            case NONE_OF -> !contains(c);
        };
    }

    private boolean contains(char c) {
        int i = 0;
        while (i < content.length()) {
            boolean range = isRange(content, i);
            char last = range ? content.charAt(i + 2) : content.charAt(i);
            if (c >= content.charAt(i) && c <= last) {
                return true;
            }
            i += range ? 3 : 1;
        }
        return false;
    }

    private static GlobToken bracket(String text, int position) {
        int end = text.indexOf(']', position);
        if (end < 0) {
            throw new IllegalArgumentException("opens a bracket that is not closed");
        }
        boolean negated = text.charAt(position + 1) == '!';
        String content = text.substring(position + (negated ? 2 : 1), end);
        if (content.isEmpty()) {
            throw new IllegalArgumentException("has an empty bracket");
        }
        for (int i = 0; i < content.length(); i += isRange(content, i) ? 3 : 1) {
            if (isRange(content, i) && content.charAt(i) > content.charAt(i + 2)) {
                throw new IllegalArgumentException("has a range that runs backwards");
            }
        }
        return new GlobToken(negated ? Kind.NONE_OF : Kind.ONE_OF, content, end + 1 - position);
    }

    private static GlobToken escaped(String text, int position) {
        if (position + 1 == text.length()) {
            throw new IllegalArgumentException("ends with a backslash");
        }
        return new GlobToken(Kind.CHARACTER, text.substring(position + 1, position + 2), 2);
    }

    private static boolean isRange(String content, int position) {
        return position + 2 < content.length() && content.charAt(position + 1) == '-';
    }
}
