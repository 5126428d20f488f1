package io.spindle.gateway.http.api;

import io.spindle.gateway.protocol.json.JsonWriter;

/** What became of a request. */
sealed interface Reply {
    byte[] RESULT = JsonWriter.name("result");
    byte[] ERROR = JsonWriter.name("error");

    record Done(ResultFields fields) implements Reply {}

    record Failed(ApiError error) implements Reply {
        private static final byte[] CODE = JsonWriter.name("code");
        private static final byte[] MESSAGE = JsonWriter.name("message");

        void fields(JsonWriter out) {
            out.alwaysNumber(CODE, error.code());
            out.alwaysString(MESSAGE, error.message());
        }
    }

    /**
     * Writes the result or the error as a field of the current object.
     *
     * @param result the field's name if it is a result
     */
    default void write(JsonWriter out, byte[] result) {
        if (this instanceof Failed failed) {
            out.begin(ERROR);
            failed.fields(out);
            out.end();
        } else if (this instanceof Done done) {
            out.begin(result);
            done.fields().write(out);
            out.end();
        }
    }
}
