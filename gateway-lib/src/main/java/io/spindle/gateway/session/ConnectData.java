package io.spindle.gateway.session;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.spindle.gateway.api.Payload;
import java.io.IOException;
import java.util.Optional;

/** The custom data of a connect command, as far as the gateway itself reads it. */
final class ConnectData {
    // Keys are the clients' words: they go into no table that all share, and that anyone could fill.
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private ConnectData() {}

    /** The {@code name} that the client gives itself; absent if the data is no object with a non-empty string of it. */
    static Optional<String> name(Payload data) {
        if (!data.isJson()) {
            return Optional.empty();
        }
        Optional<String> name = Optional.empty();
        try (JsonParser parser = JSON.createParser(data.asText())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isName = parser.currentName().equals("name");
                if (parser.nextToken() == JsonToken.VALUE_STRING && isName) {
                    name = Optional.of(parser.getText()).filter(text -> !text.isBlank());
                }
                parser.skipChildren();
            }
            return name;
        } catch (IOException e) {
            // The codec has checked it already: what it lets through and this reader refuses has no name.
            return Optional.empty();
        }
    }
}
