package io.spindle.gateway.http.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The OpenAPI description as the gateway serves it, to hold requests and answers against. */
final class Description {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode document;

    Description(JsonNode document) {
        this.document = document;
    }

    JsonNode document() {
        return document;
    }

    /** The paths of methods, without the slash. */
    Set<String> methods() {
        Set<String> methods = new TreeSet<>();
        document.path("paths").fieldNames().forEachRemaining(path -> methods.add(path.substring(1)));
        return methods;
    }

    void assertRequest(String method, JsonNode body) {
        assertValid(operation(method).path("requestBody"), "application/json", body, method + " of " + body);
    }

    /** That the status is described, and the body, if there is one, is as it is described for its content type. */
    void assertAnswer(String method, BackEnd.Answer answer) {
        JsonNode response = resolved(operation(method).path("responses").path(String.valueOf(answer.status())));
        String what = method + ": " + answer.status() + " " + answer.body();
        assertEquals(false, response.isMissingNode(), what + " is not described");
        if (answer.body().isEmpty()) {
            assertEquals(false, response.has("content"), what + " has no body");
        } else if (answer.contentType().startsWith("text/plain")) {
            assertEquals(true, response.path("content").has("text/plain"), what + " is not described");
        } else {
            assertValid(response, answer.contentType(), answer.json(), what);
        }
    }

    private JsonNode operation(String method) {
        return document.path("paths").path("/" + method).path("post");
    }

    private void assertValid(JsonNode content, String type, JsonNode value, String what) {
        JsonNode schema = content.path("content").path(type).path("schema");
        assertEquals(false, schema.isMissingNode(), what + " has no schema");
        // References lead into the document's components, from the root of the schema.
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.setAll((ObjectNode) schema);
        root.set("components", document.path("components"));
        List<String> faults = SCHEMAS.getSchema(root).validate(value).stream()
                .map(Object::toString)
                .toList();
        assertEquals(List.of(), faults, what);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }
}
