package io.spindle.gateway.protocol.json;

/** Escapes can name half a character ({@code \}{@code ud800}), which has no UTF-8: it is read as U+FFFD. */
final class Surrogates {
    private static final int REPLACEMENT = 0xFFFD;

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
