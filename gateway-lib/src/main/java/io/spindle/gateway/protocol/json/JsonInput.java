package io.spindle.gateway.protocol.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.spindle.gateway.api.Payload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads one text of JSON value by value, as the protocol's types. {@code null} is the zero value of each; any other
 * type than the one asked for is malformed.
 *
 * <p>Confined to the call that decodes the text.
 */
public final class JsonInput implements AutoCloseable {
    private static final long UINT32_MAX = 0xFFFF_FFFFL;

    private final byte[] bytes;
    private final int from;
    private final JsonParser parser;

    private JsonInput(byte[] bytes, int from, JsonParser parser) {
        this.bytes = bytes;
        this.from = from;
        this.parser = parser;
    }

    /** The text from {@code from} to {@code to}, exclusive. */
    public static JsonInput open(byte[] bytes, int from, int to) throws IOException {
        return new JsonInput(bytes, from, JsonParsers.open(bytes, from, to));
    }

    public boolean isNull() throws IOException {
        return value() == JsonToken.VALUE_NULL;
    }

    public String string() throws IOException {
        return isNull() ? "" : Surrogates.paired(expect(JsonToken.VALUE_STRING).getText());
    }

    /** The value if it is a string; any other is passed over, and empty. */
    public String stringIfOne() throws IOException {
        if (value() == JsonToken.VALUE_STRING) {
            return string();
        }
        skip();
        return "";
    }

    public boolean bool() throws IOException {
        return !isNull() && parser.currentToken() != JsonToken.VALUE_FALSE && expect(JsonToken.VALUE_TRUE) != null;
    }

    /** As the bits of an int. */
    public int uint32() throws IOException {
        return isNull() ? 0 : (int) Integers.signed(parser, 0, UINT32_MAX);
    }

    public int int32() throws IOException {
        return isNull() ? 0 : (int) Integers.signed(parser, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    public long int64() throws IOException {
        return isNull() ? 0 : Integers.signed(parser, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** As the bits of a long. */
    public long uint64() throws IOException {
        return isNull() ? 0 : Integers.unsigned64(parser);
    }

    /** The value of a field as it stands in the text, byte for byte; {@code null} is a value like others. */
    public Payload bytes() throws IOException {
        int start = offset();
        skip();
        while (bytes[start] == ':' || isSpace(bytes[start])) {
            start++; // from the end of the name; the parser's own offset of a value's start is one off
        }
        return Payload.json(bytes, start, offset() - start);
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    /** False for {@code null}. */
    public boolean message(MessageReader message) throws IOException {
        if (isNull()) {
            return false;
        }
        message.read(this);
        return true;
    }

    /** A list of messages, each read by a reader of its own; {@code null} elements are passed over. */
    public void messages(Supplier<MessageReader> readers) throws IOException {
        if (enterArray()) {
            while (nextElement()) {
                message(readers.get());
            }
        }
    }

    /** A list of strings; a {@code null} element is an empty one. */
    public List<String> strings() throws IOException {
        if (!enterArray()) {
            return List.of();
        }
        List<String> strings = new ArrayList<>();
        while (nextElement()) {
            strings.add(string());
        }
        return strings;
    }

    /** A map; a key that comes twice is malformed. */
    public <V> Map<String, V> map(Value<V> value) throws IOException {
        if (isNull()) {
            return Map.of();
        }
        Map<String, V> entries = new HashMap<>();
        enterObject();
        for (String name = nextName(); name != null; name = nextName()) {
            if (entries.put(Surrogates.paired(name), value.read(this)) != null) {
                throw new MalformedException("key comes twice");
            }
        }
        return entries;
    }

    /** Passes over a value of any type. */
    public void skip() throws IOException {
        value();
        parser.skipChildren();
    }

    /** Steps into an object; {@link #nextName()} leads through it. */
    public void enterObject() throws IOException {
        value();
        expect(JsonToken.START_OBJECT);
    }

    /** The name of the object's next field, null at its end. */
    public @Nullable String nextName() throws IOException {
        return JsonParsers.next(parser) == JsonToken.FIELD_NAME ? parser.currentName() : null;
    }

    /** Steps into an array, unless it is null; {@link #nextElement()} leads through it. */
    public boolean enterArray() throws IOException {
        return !isNull() && expect(JsonToken.START_ARRAY) != null;
    }

    /** Steps to the array's next element, if there is one. */
    public boolean nextElement() throws IOException {
        return JsonParsers.next(parser) != JsonToken.END_ARRAY;
    }

    /** Steps to the next of several texts that stand one behind the other, if there is one. */
    public boolean nextText() throws IOException {
        return JsonParsers.next(parser) != null;
    }

    /** Nothing but white space may follow. */
    public void end() throws IOException {
        if (JsonParsers.next(parser) != null) {
            throw new MalformedException("more than one value");
        }
    }

    /** Gives the parser's buffers back. */
    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** The value's first token: in an object the parser still stands before it, on the name. */
    private @Nullable JsonToken value() throws IOException {
        JsonToken token = parser.currentToken();
        return token == null || token == JsonToken.FIELD_NAME ? JsonParsers.next(parser) : token;
    }

    private JsonParser expect(JsonToken token) throws MalformedException {
        if (parser.currentToken() != token) {
            throw new MalformedException("wrong type");
        }
        return parser;
    }

    /** Behind what has been read, in the array. */
    private int offset() {
        return from + (int) parser.currentLocation().getByteOffset();
    }

    /** How to read a value of a map. */
    public interface Value<V> {
        V read(JsonInput in) throws IOException;
    }
}
