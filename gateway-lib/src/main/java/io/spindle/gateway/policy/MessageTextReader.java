package io.spindle.gateway.policy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.spindle.gateway.policy.MessageText.Absent;
import io.spindle.gateway.policy.MessageText.Found;
import java.io.IOException;

/** Finds the {@code text} of a JSON object, and checks the rest of it, without building a tree. */
final class MessageTextReader {
    /** As deep as the client protocol lets data be. */
    private static final int MAX_DEPTH = 4_096;

    // Keys are the clients' words: they go into no shared table, which whoever sends many would fill and make everyone
    // copy. (That is why text is parsed: the parser of bytes can't do without its table.)
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            // Whatever the client protocol let through is data here too: its size is bounded by the frame's.
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private MessageTextReader() {}

    static MessageText read(String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            return read(parser);
        } catch (IOException malformed) {
            return Absent.NO_OBJECT;
        }
    }

    private static MessageText read(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return Absent.NO_OBJECT;
        }
        MessageText text = Absent.NO_TEXT;
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            if (key.equals("text")) {
                text = value == JsonToken.VALUE_STRING ? new Found(trim(parser.getText())) : Absent.NO_TEXT;
            }
            parser.skipChildren();
        }
        return parser.nextToken() == null ? text : Absent.NO_OBJECT;
    }

    private static String trim(String text) {
        int end = text.length();
        while (end > 0 && isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        int start = 0;
        while (start < end && isWhiteSpace(text.charAt(start))) {
            start++;
        }
        return text.substring(start, end);
    }

    /** Unicode's property White_Space; neither of Java's own (no NEL here, no no-break space there). */
    private static boolean isWhiteSpace(char c) {
        if (c < 0x80) {
            return c == ' ' || (c >= '\t' && c <= '\r');
        }
        return c == 0x85
                || c == 0xA0
                || c == 0x1680
                || (c >= 0x2000 && c <= 0x200A)
                || c == 0x2028
                || c == 0x2029
                || c == 0x202F
                || c == 0x205F
                || c == 0x3000;
    }
}
