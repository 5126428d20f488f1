package io.spindle.gateway.protocol.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** What counts as JSON for the gateway, whatever encoding it came in. */
public final class JsonValues {
    private JsonValues() {}

    /**
     * Whether bytes are exactly one JSON value (RFC 8259) in valid UTF-8, with nothing but white space around it, and
     * nested at most 4,096 deep. Numbers and texts may be of any length.
     */
    public static boolean isValid(byte[] bytes, int offset, int length) {
        try (JsonParser parser = JsonParsers.open(bytes, offset, offset + length)) {
            if (JsonParsers.next(parser) == null) {
                return false;
            }
            parser.skipChildren();
            return JsonParsers.next(parser) == null;
        } catch (IOException notJson) {
            return false;
        }
    }
}
