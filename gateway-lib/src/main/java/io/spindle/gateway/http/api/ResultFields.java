package io.spindle.gateway.http.api;

import io.spindle.gateway.protocol.json.JsonWriter;

/** Writes the fields of a method's result into the current object. */
@FunctionalInterface
interface ResultFields {
    /** {@code {}}. */
    ResultFields NONE = out -> {};

    void write(JsonWriter out);
}
