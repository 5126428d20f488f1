package io.spindle.gateway.auth;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.spindle.gateway.api.Payload;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the claims of one token, in one pass. Confined to one call. */
final class ClaimsReader {
    private final JsonParser parser;
    private final char[] source;

    private String subject = "";
    private String issuer = "";
    private List<String> audience = List.of();
    private String channel = "";
    private @Nullable Instant expiry;
    private @Nullable Instant notBefore;
    private @Nullable Long expireAt;
    private @Nullable Payload info;
    private String base64Info = "";

    private ClaimsReader(JsonParser parser, char[] source) {
        this.parser = parser;
        this.source = source;
    }

    /**
     * Reads claims.
     *
     * @throws MalformedToken if they are not one JSON object in UTF-8, a claim has the wrong type, or stands there twice
     */
    static TokenClaims read(byte[] json) throws MalformedToken {
        try {
            char[] text = TokenJson.decode(json);
            try (JsonParser parser = TokenJson.parse(text)) {
                return new ClaimsReader(parser, text).read();
            }
        } catch (IOException malformed) {
            throw new MalformedToken("claims are not JSON in UTF-8");
        }
    }

    private TokenClaims read() throws IOException, MalformedToken {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new MalformedToken("claims are not an object");
        }
        Set<String> seen = new HashSet<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            if (!seen.add(name)) {
                // Which one counts would depend on who reads the token.
                throw new MalformedToken("a claim stands there twice");
            }
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                readClaim(name);
            }
            parser.skipChildren();
        }
        if (parser.nextToken() != null) {
            throw new MalformedToken("more than one value in the claims");
        }
        return claims();
    }

    private void readClaim(String name) throws IOException, MalformedToken {
        switch (name) {
            case "sub" -> subject = string();
            case "iss" -> issuer = string();
            case "aud" -> audience = strings();
            case "channel" -> channel = string();
            case "exp" -> expiry = NumericDate.read(parser);
            case "nbf" -> notBefore = NumericDate.read(parser);
            case "expire_at" -> expireAt = integer();
            case "info" -> info = Payload.json(TokenJson.slice(parser, source));
            case "b64info" -> base64Info = string();
            default -> {} // channels, subs and meta among them: there are no server-side subscriptions yet
        }
    }

    private String string() throws IOException, MalformedToken {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw new MalformedToken("a claim that should be a string is none");
        }
        return parser.getText();
    }

    private List<String> strings() throws IOException, MalformedToken {
        if (!parser.hasToken(JsonToken.START_ARRAY)) {
            return List.of(string());
        }
        List<String> strings = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            strings.add(string());
        }
        return strings;
    }

    private long integer() throws IOException, MalformedToken {
        if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
            throw new MalformedToken("expire_at is not an integer");
        }
        return parser.getLongValue();
    }

    private TokenClaims claims() {
        return new TokenClaims(
                subject,
                issuer,
                audience,
                channel,
                Optional.ofNullable(expiry),
                Optional.ofNullable(notBefore),
                connectionExpiry(),
                Optional.ofNullable(info),
                base64Info);
    }

    /** {@code expire_at} decides if it is there, and 0 means never; else the connection ends with its token. */
    private Optional<Instant> connectionExpiry() {
        if (expireAt == null) {
            return Optional.ofNullable(expiry);
        }
        return expireAt == 0 ? Optional.empty() : Optional.of(NumericDate.ofSeconds(expireAt));
    }
}
