package io.spindle.gateway.auth;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How the JSON of tokens is read: as a stream, within Jackson's bounds on depth and length of numbers. */
final class TokenJson {
    // Names may be anyone's words: they go into no shared table. (That is why chars are parsed: the parser of bytes
    // can't
    // do without its table.)
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private TokenJson() {}

    /**
     * Reads UTF-8.
     *
     * @throws CharacterCodingException if it is malformed; nothing is replaced
     */
    static char[] decode(byte[] utf8) throws CharacterCodingException {
        CharBuffer chars = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
        return Arrays.copyOf(chars.array(), chars.limit());
    }

    static JsonParser parse(char[] json) throws IOException {
        return FACTORY.createParser(json);
    }

    /**
     * The current value as it is written: spacing, escapes and digits untouched. Moves the parser to the value's end.
     *
     * @param json what the parser reads
     */
    static String slice(JsonParser parser, char[] json) throws IOException {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.finishToken();
        int end = (int) parser.currentLocation().getCharOffset();
        return new String(json, start, end - start);
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
