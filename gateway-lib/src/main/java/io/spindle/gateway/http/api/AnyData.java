package io.spindle.gateway.http.api;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.json.JsonInput;
import io.spindle.gateway.protocol.json.JsonValues;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;

/**
 * Data of a request: any JSON value in one field, or any bytes in another in base64, which wins. Bytes that are JSON count
 * as JSON: else clients that speak JSON could not be told.
 */
final class AnyData {
    private Optional<Payload> json = Optional.empty();
    private String base64 = "";

    /** Reads the field of JSON, of which {@code null} is a value. */
    void json(JsonInput in) throws IOException {
        json = Optional.of(in.bytes());
    }

    void base64(JsonInput in) throws IOException {
        base64 = in.string();
    }

    /** @throws ApiException if it is not base64 */
    Optional<Payload> payload() {
        if (base64.isEmpty()) {
            return json;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return Optional.of(
                    JsonValues.isValid(bytes, 0, bytes.length) ? Payload.json(bytes) : Payload.binary(bytes));
        } catch (IllegalArgumentException malformed) {
            throw new ApiException(ApiError.BAD_REQUEST);
        }
    }
}
