package io.spindle.gateway.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Results of commands, whose fields come in any order. */
final class Results {
    private Results() {}

    /** The text of an object with just these fields, in this order. */
    static String inOrder(JsonNode result, String... fields) {
        ObjectNode ordered = JsonNodeFactory.instance.objectNode();
        for (String field : fields) {
            ordered.set(field, result.path(field));
        }
        assertEquals(fields.length, result.size(), result::toString);
        return ordered.toString();
    }
}
