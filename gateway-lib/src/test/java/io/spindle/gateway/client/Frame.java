package io.spindle.gateway.client;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * A whole data frame as it was received.
 *
 * @param isText text or binary
 * @param payload all its bytes
 */
public record Frame(boolean isText, byte[] payload) {
    public String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }

    /** The messages of a JSON frame; an empty line counts as one. */
    public List<String> lines() {
        return List.of(text().split("\n", -1));
    }

    /** For messages of failed tests. */
    @Override
    public String toString() {
        return isText ? "text " + text() : "binary " + HexFormat.of().formatHex(payload);
    }
}
