package io.spindle.gateway.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** The key to the server's own interface ({@code CENTRIFUGO_HTTP_API_KEY}). Never logged. Immutable. */
public final class ApiKey {
    private static final String HEADER = "X-API-Key";
    private static final String SCHEME = "apikey ";

    private final byte[] key;

    private ApiKey(byte[] key) {
        this.key = key;
    }

    /** @throws IllegalArgumentException if it is blank: a key that everyone knows */
    public static ApiKey of(String key) {
        if (key.isBlank()) {
            throw new IllegalArgumentException("CENTRIFUGO_HTTP_API_KEY: empty (expected: a secret)");
        }
        return new ApiKey(key.getBytes(StandardCharsets.UTF_8));
    }

    /** What a request offers, in {@code X-API-Key} or as {@code Authorization: apikey …}. */
    public static Optional<String> offered(HttpFields headers) {
        String key = headers.get(HEADER);
        if (key != null) {
            return Optional.of(key);
        }
        return Optional.ofNullable(headers.get(HttpHeader.AUTHORIZATION))
                .filter(credentials -> credentials.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(credentials -> credentials.substring(SCHEME.length()).strip());
    }

    /** Takes as long whether the first or the last character is wrong. */
    public boolean matches(String offered) {
        return MessageDigest.isEqual(offered.getBytes(StandardCharsets.UTF_8), key);
    }
}
