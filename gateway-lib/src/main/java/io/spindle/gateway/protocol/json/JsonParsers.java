package io.spindle.gateway.protocol.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Parsers for one JSON text that lies in memory.
 *
 * <p>They are Jackson's non-blocking ones, fed once, because only these can do without a table of names. The usual
 * parser shares such a table between all its parsers; application data with ever new names (user ids, say) makes each
 * of them copy it whole, which costs a hundred times the parsing.
 */
final class JsonParsers {
    /**
     * How deep values may nest; deeper ones are malformed. A tags filter of 1,024 levels takes two for each; a parser
     * takes some fifty bytes a level.
     */
    static final int MAX_DEPTH = 4096;

    // One for each thread that may decode at the same time, roughly; more parsers just allocate theirs.
    private static final int BUFFERS_KEPT = 16;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .recyclerPool(JsonRecyclerPools.newBoundedPool(BUFFERS_KEPT))
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    // The frame is bounded, so everything in it is.
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonParsers() {}

    /**
     * A parser of the bytes from {@code from} to {@code to}, exclusive; it counts its byte offsets from {@code from}. It
     * refuses whatever is not UTF-8, overlong forms and surrogates among it, also in what is skipped.
     */
    static JsonParser open(byte[] bytes, int from, int to) throws IOException {
        if (from < to && bytes[from] == (byte) 0xEF) {
            throw new MalformedException("byte order mark"); // the parser would pass over it
        }
        JsonParser parser = FACTORY.createNonBlockingByteArrayParser();
        ByteArrayFeeder feeder = (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
        feeder.feedInput(bytes, from, to);
        feeder.endOfInput();
        return parser;
    }

    /** The next token, null at the end of the text. */
    static @Nullable JsonToken next(JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        // "More input might follow": there is none, and asked again the parser takes what it has as the end, or fails.
        return token == JsonToken.NOT_AVAILABLE ? parser.nextToken() : token;
    }
}
