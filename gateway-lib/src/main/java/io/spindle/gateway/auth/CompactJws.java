package io.spindle.gateway.auth;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A token in three parts (RFC 7515, compact serialization), taken apart. Nothing in it is trusted yet. Of the header only
 * {@code alg} and {@code kid} are read: a key that a token brings along or says where to find ({@code jku}, {@code jwk},
 * {@code x5c}) has no say.
 *
 * @param keyId {@code kid}, which picks a key of a key set; empty if it is none, or no string
 * @param signed what the signature is for
 * @param claims the decoded second part
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one verification, is never compared
record CompactJws(String algorithm, String keyId, byte[] signed, byte[] claims, Base64URL signature) {
    static CompactJws parse(String token) throws MalformedToken {
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        if (first < 1 || second < 0 || second == token.length() - 1) {
            throw new MalformedToken("not three parts");
        }
        checkAlphabet(token, first, second);
        Header header = header(decode(token.substring(0, first)));
        return new CompactJws(
                header.algorithm(),
                header.keyId(),
                token.substring(0, second).getBytes(StandardCharsets.ISO_8859_1),
                decode(token.substring(first + 1, second)),
                new Base64URL(token.substring(second + 1)));
    }

    /** Nimbus skips characters that are not of the alphabet; a token has none. */
    private static void checkAlphabet(String token, int first, int second) throws MalformedToken {
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            boolean base64Url =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
            if (!base64Url && i != first && i != second) {
                throw new MalformedToken("a character that is not base64url");
            }
        }
    }

    private static byte[] decode(String part) throws MalformedToken {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException wrongLength) {
            throw new MalformedToken("not base64url");
        }
    }

    private static Header header(byte[] json) throws MalformedToken {
        try (JsonParser parser = TokenJson.parse(TokenJson.decode(json))) {
            return header(parser);
        } catch (IOException malformed) {
            throw new MalformedToken("header is not JSON in UTF-8");
        }
    }

    private static Header header(JsonParser parser) throws IOException, MalformedToken {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new MalformedToken("header is not an object");
        }
        @Nullable String algorithm = null;
        String keyId = "";
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            if (name.equals("crit")) {
                throw new MalformedToken("header has extensions that must be understood (crit)");
            }
            if (name.equals("alg")) {
                if (value != JsonToken.VALUE_STRING || algorithm != null) {
                    throw new MalformedToken("header's alg is not one string");
                }
                algorithm = parser.getText();
            }
            if (name.equals("kid") && value == JsonToken.VALUE_STRING) {
                keyId = parser.getText();
            }
            parser.skipChildren();
        }
        if (algorithm == null || parser.nextToken() != null) {
            throw new MalformedToken("header without alg, or with more than one value");
        }
        return new Header(algorithm, keyId);
    }

    private record Header(String algorithm, String keyId) {}
}
