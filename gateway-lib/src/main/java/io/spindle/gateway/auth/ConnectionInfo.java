package io.spindle.gateway.auth;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.spindle.gateway.api.Payload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;

/**
 * What other clients are told about one, from its token.
 *
 * @param payload the info, byte for byte
 * @param name the user's name: a string {@code name} of the info, if that is a JSON object and the name
 *     not blank
 */
record ConnectionInfo(Optional<Payload> payload, Optional<String> name) {
    private static final ConnectionInfo NONE = new ConnectionInfo(Optional.empty(), Optional.empty());

    /**
     * The info of a token; {@code b64info} wins over {@code info}.
     *
     * @throws IllegalArgumentException if {@code b64info} is not base64
     */
    static ConnectionInfo of(TokenClaims claims) {
        if (!claims.base64Info().isEmpty()) {
            return ofBytes(Base64.getDecoder().decode(claims.base64Info()));
        }
        return claims.info().map(ConnectionInfo::ofJson).orElse(NONE);
    }

    /** Bytes that are JSON count as JSON: else clients that speak JSON could not be told. */
    private static ConnectionInfo ofBytes(byte[] bytes) {
        Payload payload = TokenJson.isJson(bytes) ? Payload.json(bytes) : Payload.binary(bytes);
        return payload.isJson() ? ofJson(payload) : new ConnectionInfo(Optional.of(payload), Optional.empty());
    }

    private static ConnectionInfo ofJson(Payload json) {
        return new ConnectionInfo(Optional.of(json), nameIn(json.asText()));
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
