package io.spindle.gateway.api.channel;

import io.spindle.gateway.api.Payload;

/** What the data of a publication has to be; anything else is refused with 107. */
public enum DataFormat {
    /** Anything but nothing. */
    NOT_EMPTY,
    /** One JSON value. */
    JSON,
    /** One JSON object. */
    JSON_OBJECT,
    /** Anything, also nothing. */
    BINARY;

    /** Whether data is in this format. Payloads that are declared to be JSON are believed: who made them has checked. */
    public boolean accepts(Payload data) {
        return switch (this) {
            case NOT_EMPTY -> !data.isEmpty();
            case JSON -> data.isJson() && !data.isEmpty();
            case JSON_OBJECT -> data.isJson() && firstOf(data) == '{';
            case BINARY -> true;
        };
    }

    /** The first byte after white space; a space if there is none. */
    private static byte firstOf(Payload json) {
        for (int i = 0; i < json.size(); i++) {
            byte at = json.byteAt(i);
            if (at != ' ' && at != '\t' && at != '\r' && at != '\n') {
                return at;
            }
        }
        return ' ';
    }
}
