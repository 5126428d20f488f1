package io.spindle.gateway.auth;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.spindle.gateway.api.Payload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * What other clients are told about one, from its token.
 *
 * @param payload the info, byte for byte
 * @param name the user's name: a string {@code name} of the info, if that is a JSON object and the name
 *     not blank
 */
record ConnectionInfo(Optional<Payload> payload, Optional<String> name) {
    /**
     * The info of a token.
     *
     * @throws MalformedToken if {@code b64info} is not base64
     */
    static ConnectionInfo of(TokenClaims claims) throws MalformedToken {
        Optional<Payload> payload = claims.own().effectiveInfo();
        return new ConnectionInfo(payload, payload.filter(Payload::isJson).flatMap(json -> nameIn(json.asText())));
    }

    private static Optional<String> nameIn(String json) {
        try (JsonParser parser = TokenJson.parse(json.toCharArray())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Optional<String> name = Optional.empty();
            for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
                boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
                if (key.equals("name")) {
                    name = text && !parser.getText().isBlank() ? Optional.of(parser.getText()) : Optional.empty();
                }
                parser.skipChildren();
            }
            return name;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // it was read as JSON before
        }
    }
}
