package io.spindle.gateway.proxy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.spindle.gateway.api.Payload;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object in an answer, each as it is written until it is asked for. A field that is null counts as absent,
 * and of one that stands there twice the last counts. Every accessor throws {@link MalformedAnswerException} if the field
 * has another type.
 */
final class JsonObject {
    private final Map<String, String> fields;

    private JsonObject(Map<String, String> fields) {
        this.fields = fields;
    }

    /** Reads exactly one object. */
    static JsonObject read(byte[] utf8) {
        try {
            return parse("the answer", JsonText.decode(utf8));
        } catch (CharacterCodingException malformed) {
            throw new MalformedAnswerException("the answer is not UTF-8");
        }
    }

    private static JsonObject parse(String name, String json) {
        try (JsonParser parser = JsonText.parse(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedAnswerException(name + " is not an object");
            }
            Map<String, String> fields = new HashMap<>();
            for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
                boolean absent = parser.nextToken() == JsonToken.VALUE_NULL;
                String value = JsonText.slice(parser, json);
                if (absent) {
                    fields.remove(field);
                } else {
                    fields.put(field, value);
                }
            }
            if (parser.nextToken() != null) {
                throw new MalformedAnswerException("there is something behind " + name);
            }
            return new JsonObject(fields);
        } catch (IOException malformed) {
            throw new MalformedAnswerException(name + " is not JSON");
        }
    }

    /** A text; empty if absent. */
    String text(String name) {
        return scalar(name, "a string", JsonToken.VALUE_STRING, JsonParser::getText)
                .orElse("");
    }

    boolean flag(String name) {
        return optionalFlag(name).orElse(false);
    }

    Optional<Boolean> optionalFlag(String name) {
        String value = fields.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.equals("true") && !value.equals("false")) {
            throw new MalformedAnswerException(name + " is not a boolean");
        }
        return Optional.of(value.equals("true"));
    }

    /** An integer of 64 bits; 0 if absent. */
    long integer(String name) {
        return scalar(name, "an integer", JsonToken.VALUE_NUMBER_INT, JsonParser::getLongValue)
                .orElse(0L);
    }

    Optional<JsonObject> object(String name) {
        return Optional.ofNullable(fields.get(name)).map(value -> parse(name, value));
    }

    /** An object whose members are objects. */
    Map<String, JsonObject> objects(String name) {
        Map<String, JsonObject> members = new HashMap<>();
        object(name).ifPresent(object -> object.fields.forEach((key, value) -> members.put(key, parse(key, value))));
        return members;
    }

    /** An object whose members are texts. */
    Map<String, String> texts(String name) {
        Map<String, String> members = new HashMap<>();
        object(name).ifPresent(object -> object.fields.keySet().forEach(key -> members.put(key, object.text(key))));
        return members;
    }

    /** A list of texts; empty if absent. */
    List<String> list(String name) {
        String value = fields.get(name);
        if (value == null) {
            return List.of();
        }
        try (JsonParser parser = JsonText.parse(value)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new MalformedAnswerException(name + " is not a list");
            }
            List<String> texts = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                    throw new MalformedAnswerException(name + " is not a list of strings");
                }
                texts.add(parser.getText());
            }
            return texts;
        } catch (IOException malformed) {
            throw new MalformedAnswerException(name + " is not a list of strings");
        }
    }

    /** Any JSON value, byte for byte. */
    Optional<Payload> json(String name) {
        return Optional.ofNullable(fields.get(name)).map(Payload::json);
    }

    /**
     * Data that may be any bytes: the field {@code b64<name>}, or any JSON value in the field itself. Bytes that are JSON
     * count as JSON: else clients that speak JSON could not be told.
     */
    Optional<Payload> data(String name) {
        String base64 = text("b64" + name);
        if (base64.isEmpty()) {
            return json(name);
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return Optional.of(JsonText.isJson(bytes) ? Payload.json(bytes) : Payload.binary(bytes));
        } catch (IllegalArgumentException malformed) {
            throw new MalformedAnswerException("b64" + name + " is not base64");
        }
    }

    private <T> Optional<T> scalar(String name, String expected, JsonToken type, Reading<T> reading) {
        @Nullable String value = fields.get(name);
        if (value == null) {
            return Optional.empty();
        }
        try (JsonParser parser = JsonText.parse(value)) {
            if (parser.nextToken() == type) {
                return Optional.of(reading.of(parser));
            }
        } catch (IOException outOfRange) {
            // Told like a value of another type: it is none that could be used.
        }
        throw new MalformedAnswerException(name + " is not " + expected);
    }

    /** Takes the value of the current token. */
    private interface Reading<T> {
        T of(JsonParser parser) throws IOException;
    }
}
