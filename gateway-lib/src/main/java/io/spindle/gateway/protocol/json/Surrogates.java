package io.spindle.gateway.protocol.json;

/** JSON's escapes can name half a character, a surrogate alone; as UTF-8 has none, it is read as U+FFFD. */
final class Surrogates {
    static final char REPLACEMENT = '\uFFFD';

    private Surrogates() {}

    /** The text with each surrogate that lacks its other half replaced. */
    static String paired(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return replaceLone(text);
            }
        }
        return text;
    }

    private static String replaceLone(String text) {
        StringBuilder paired = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c)
                .forEach(paired::appendCodePoint);
        return paired.toString();
    }
}
