package io.spindle.gateway.auth;

import io.spindle.gateway.api.Payload;
import java.util.Base64;

/** Application data that a token carries as base64: the standard alphabet, with padding. */
final class Base64Payload {
    private Base64Payload() {}

    /**
     * Bytes that are JSON count as JSON: else clients that speak JSON could not be told.
     *
     * @throws MalformedToken if the text is not base64
     */
    static Payload decode(String base64) throws MalformedToken {
        byte[] bytes = bytes(base64);
        return TokenJson.isJson(bytes) ? Payload.json(bytes) : Payload.binary(bytes);
    }

    private static byte[] bytes(String base64) throws MalformedToken {
        // The JDK does without padding, other readers of the same token don't.
        if (base64.length() % 4 != 0) {
            throw new MalformedToken("base64 without its padding");
        }
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw new MalformedToken("not base64");
        }
    }
}
