package io.spindle.gateway.auth;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.spindle.gateway.api.Payload;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the claims of one token, in one pass. Confined to one call. */
final class ClaimsReader {
    private static final String SUBJECT = "sub";

    private final JsonParser parser;
    private final char[] source;
    private final TokenKind kind;
    private final Optional<String> userIdClaim;
    private final SubscriptionOptionsReader own;

    private String subject = "";
    private String customUserId = "";
    private String issuer = "";
    private List<String> audience = List.of();
    private String channel = "";
    private String clientId = "";
    private @Nullable Instant expiry;
    private @Nullable Instant notBefore;
    private @Nullable Long expireAt;
    private Map<String, SubscriptionOptions> subs = Map.of();
    private List<String> channels = List.of();
    private @Nullable Payload meta;

    private ClaimsReader(JsonParser parser, char[] source, TokenKind kind, Optional<String> userIdClaim) {
        this.parser = parser;
        this.source = source;
        this.kind = kind;
        this.userIdClaim = userIdClaim.filter(name -> !name.equals(SUBJECT));
        this.own = new SubscriptionOptionsReader(parser, source);
    }

    /**
     * Reads claims.
     *
     * @param kind whose claims are read; those of the other kind may hold anything
     * @param userIdClaim the claim that carries the user instead of {@code sub}
     * @throws MalformedToken if they are not one JSON object in UTF-8, a claim has the wrong type, or stands there twice
     */
    static TokenClaims read(byte[] json, TokenKind kind, Optional<String> userIdClaim) throws MalformedToken {
        try {
            char[] text = TokenJson.decode(json);
            try (JsonParser parser = TokenJson.parse(text)) {
                return new ClaimsReader(parser, text, kind, userIdClaim).read();
            }
        } catch (IOException malformed) {
            throw new MalformedToken("claims are not JSON in UTF-8");
        }
    }

    private TokenClaims read() throws IOException, MalformedToken {
        parser.nextToken();
        ClaimValue.object(parser, this::readClaim);
        if (parser.nextToken() != null) {
            throw new MalformedToken("more than one value in the claims");
        }
        return claims();
    }

    private void readClaim(String name) throws IOException, MalformedToken {
        if (userIdClaim.isPresent() && name.equals(userIdClaim.get())) {
            customUserId = ClaimValue.stringOrNumber(parser);
        }
        switch (name) {
            case SUBJECT -> subject = ClaimValue.string(parser);
            case "iss" -> issuer = ClaimValue.string(parser);
            case "aud" -> audience = ClaimValue.stringOrStrings(parser);
            case "channel" -> channel = ClaimValue.string(parser);
            case "exp" -> expiry = NumericDate.read(parser);
            case "nbf" -> notBefore = NumericDate.read(parser);
            case "expire_at" -> expireAt = ClaimValue.integer(parser);
            default -> readClaimOfKind(name);
        }
    }

    private void readClaimOfKind(String name) throws IOException, MalformedToken {
        if (kind == TokenKind.CONNECTION) {
            readConnectionClaim(name);
        } else if (name.equals("client")) {
            clientId = ClaimValue.string(parser);
        } else {
            own.read(name);
        }
    }

    private void readConnectionClaim(String name) throws IOException, MalformedToken {
        switch (name) {
            case "subs" -> subs = subs();
            case "channels" -> channels = channels();
            case "meta" -> meta = meta();
            default -> own.readInfo(name);
        }
    }

    private Map<String, SubscriptionOptions> subs() throws IOException, MalformedToken {
        Map<String, SubscriptionOptions> read = new LinkedHashMap<>();
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            throw new MalformedToken("subs is not an object");
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            if (name.isEmpty() || read.putIfAbsent(name, options(parser.nextToken())) != null) {
                throw new MalformedToken("a channel of subs is empty, or stands there twice");
            }
        }
        return read;
    }

    /** An entry of {@code subs} that is {@code null} is a subscription without options. */
    private SubscriptionOptions options(JsonToken first) throws IOException, MalformedToken {
        if (first == JsonToken.VALUE_NULL) {
            return SubscriptionOptions.NONE;
        }
        SubscriptionOptionsReader options = new SubscriptionOptionsReader(parser, source);
        ClaimValue.object(parser, options::read);
        return options.options();
    }

    private List<String> channels() throws IOException, MalformedToken {
        List<String> names = ClaimValue.strings(parser);
        if (names.contains("")) {
            throw new MalformedToken("a channel without a name");
        }
        return names;
    }

    private Payload meta() throws IOException, MalformedToken {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            throw new MalformedToken("meta is not an object");
        }
        return Payload.json(TokenJson.slice(parser, source));
    }

    private TokenClaims claims() {
        return new TokenClaims(
                userIdClaim.isPresent() ? customUserId : subject,
                issuer,
                audience,
                channel,
                clientId.isEmpty() ? Optional.empty() : Optional.of(clientId),
                Optional.ofNullable(expiry),
                Optional.ofNullable(notBefore),
                endsAt(),
                own.options(),
                subs,
                channels,
                Optional.ofNullable(meta));
    }

    /** {@code expire_at} decides if it is there, and 0 means never; else the end is the token's. */
    private Optional<Instant> endsAt() {
        if (expireAt == null) {
            return Optional.ofNullable(expiry);
        }
        return expireAt == 0 ? Optional.empty() : Optional.of(NumericDate.ofSeconds(expireAt));
    }
}
