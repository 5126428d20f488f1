package io.spindle.gateway.proxy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** How the JSON of answers is read, and that of requests written: as a stream, within Jackson's bounds. */
final class JsonText {
    // Names in answers may be users' words: they go into no shared table.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private JsonText() {}

    /**
     * Reads UTF-8.
     *
     * @throws CharacterCodingException if it is malformed; nothing is replaced
     */
    static String decode(byte[] utf8) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    }

    static JsonParser parse(String json) throws IOException {
        return FACTORY.createParser(json.toCharArray());
    }

    static JsonGenerator write(ByteArrayOutputStream out) throws IOException {
        return FACTORY.createGenerator(out);
    }

    /**
     * The current value as it is written: spacing, escapes and digits untouched. Moves the parser to the value's end.
     *
     * @param json what the parser reads
     */
    static String slice(JsonParser parser, String json) throws IOException {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.finishToken();
        return json.substring(start, (int) parser.currentLocation().getCharOffset());
    }

    /** Whether bytes are exactly one JSON value in UTF-8. */
    static boolean isJson(byte[] bytes) {
        try (JsonParser parser = parse(decode(bytes))) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (IOException malformed) {
            return false;
        }
    }
}
