package io.spindle.gateway.policy;

import io.spindle.gateway.api.Payload;
import java.util.Optional;

/** The {@code text} of a publication, as chat messages carry it: {@code {"text":"hello"}}. */
public sealed interface MessageText {
    /** The text, if there is one. */
    Optional<String> value();

    /**
     * The data is a JSON object with a string {@code text}.
     *
     * @param text without Unicode White_Space at both ends; may be empty
     */
    record Found(String text) implements MessageText {
        @Override
        public Optional<String> value() {
            return Optional.of(text);
        }
    }

    /** Why there is no text. */
    enum Absent implements MessageText {
        /** There are no bytes at all. */
        NO_DATA,
        /** The data is not one JSON object. */
        NO_OBJECT,
        /** The object has no {@code text}, or it is no string. */
        NO_TEXT;

        @Override
        public Optional<String> value() {
            return Optional.empty();
        }
    }

    /** Reads the text in one pass over the data; of two {@code text} keys the last counts. */
    static MessageText of(Payload data) {
        if (data.isEmpty()) {
            return Absent.NO_DATA;
        }
        return data.isJson() ? MessageTextReader.read(data.asText()) : Absent.NO_OBJECT;
    }
}
