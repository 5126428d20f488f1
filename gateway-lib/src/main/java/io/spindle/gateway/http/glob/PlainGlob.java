package io.spindle.gateway.http.glob;

import java.util.ArrayList;
import java.util.List;

/**
 * A glob without braces. Not a regular expression: clients choose the text that is matched, and a backtracking engine
 * could be made to work for minutes; this one takes at most the product of the two lengths. Immutable.
 */
final class PlainGlob {
    private final List<GlobToken> tokens;

    private PlainGlob(List<GlobToken> tokens) {
        this.tokens = tokens;
    }

    static PlainGlob of(String text) {
        List<GlobToken> tokens = new ArrayList<>();
        int position = 0;
        while (position < text.length()) {
            GlobToken token = GlobToken.at(text, position);
            tokens.add(token);
            position += token.length();
        }
        return new PlainGlob(List.copyOf(tokens));
    }

    boolean matches(String text) {
        int token = 0;
        int at = 0;
        int lastStar = -1;
        int starTook = 0;
        while (at < text.length()) {
            if (token < tokens.size() && tokens.get(token).star()) {
                lastStar = token++;
                starTook = at;
            } else if (token < tokens.size() && tokens.get(token).accepts(text.charAt(at))) {
                token++;
                at++;
            } else if (lastStar >= 0) {
                // Only the last star can be wrong: what the earlier ones took is the shortest that works.
                token = lastStar + 1;
                at = ++starTook;
            } else {
                return false;
            }
        }
        while (token < tokens.size() && tokens.get(token).star()) {
            token++;
        }
        return token == tokens.size();
    }
}
