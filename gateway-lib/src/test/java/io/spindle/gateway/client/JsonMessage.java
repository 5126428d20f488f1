package io.spindle.gateway.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A reply or a push.
 *
 * @param text as it stood in the frame
 * @param json the same, parsed
 */
public record JsonMessage(String text, JsonNode json) {
    /** A part of it, by its path of names: {@code at("push", "pub", "data")}; a missing node if it is not there. */
    public JsonNode at(String... names) {
        JsonNode node = json;
        for (String name : names) {
            node = node.path(name);
        }
        return node;
    }

    /** 0 if it is no error. */
    public int errorCode() {
        return at("error", "code").asInt(0);
    }

    public boolean isPing() {
        return json.isObject() && json.isEmpty();
    }

    boolean answers(int id) {
        return json.path("id").asInt(0) == id;
    }

    boolean isPush() {
        return json.has("push");
    }

    /** For messages of failed tests. */
    @Override
    public String toString() {
        return text;
    }
}
