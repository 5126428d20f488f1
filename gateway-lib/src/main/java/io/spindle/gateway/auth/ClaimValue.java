package io.spindle.gateway.auth;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads values of the types that claims have. The parser stands at the value's start before and at its end after. */
final class ClaimValue {
    private ClaimValue() {}

    static String string(JsonParser parser) throws IOException, MalformedToken {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw new MalformedToken("a claim that should be a string is none");
        }
        return parser.getText();
    }

    /** A string, or a number as it is written. */
    static String stringOrNumber(JsonParser parser) throws IOException, MalformedToken {
        return parser.currentToken().isNumeric() ? parser.getText() : string(parser);
    }

    static List<String> strings(JsonParser parser) throws IOException, MalformedToken {
        if (!parser.hasToken(JsonToken.START_ARRAY)) {
            throw new MalformedToken("a claim that should be a list is none");
        }
        List<String> strings = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            strings.add(string(parser));
        }
        return strings;
    }

    static List<String> stringOrStrings(JsonParser parser) throws IOException, MalformedToken {
        return parser.hasToken(JsonToken.START_ARRAY) ? strings(parser) : List.of(string(parser));
    }

    static long integer(JsonParser parser) throws IOException, MalformedToken {
        if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
            throw new MalformedToken("expire_at is not an integer");
        }
        return parser.getLongValue();
    }

    static boolean bool(JsonParser parser) throws IOException, MalformedToken {
        if (!parser.currentToken().isBoolean()) {
            throw new MalformedToken("a value that should be true or false is neither");
        }
        return parser.getBooleanValue();
    }

    /**
     * An object, field by field. Fields that are {@code null} are passed over, as if they were not there.
     *
     * @param fields reads those that it knows
     * @throws MalformedToken if it is no object, or a field stands there twice: which one counts would depend on who reads
     *     the token
     */
    static void object(JsonParser parser, Field fields) throws IOException, MalformedToken {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            throw new MalformedToken("what should be an object is none");
        }
        Set<String> seen = new HashSet<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            if (!seen.add(name)) {
                throw new MalformedToken("a claim stands there twice");
            }
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                fields.read(name);
            }
            parser.skipChildren();
        }
    }

    /** Reads the value of a field, or leaves it alone. */
    @FunctionalInterface
    interface Field {
        void read(String name) throws IOException, MalformedToken;
    }
}
