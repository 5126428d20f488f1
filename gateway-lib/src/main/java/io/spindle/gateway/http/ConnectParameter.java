package io.spindle.gateway.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;

/** The first frame of a client that can send none but in the query: {@code cf_connect}. */
public final class ConnectParameter {
    /** The answer to a request whose parameter is missing or can't be read. */
    public static final Answer MALFORMED =
            Answer.text(HttpStatus.BAD_REQUEST_400, "cf_connect: missing or malformed (expected: JSON, URL-encoded)");

    private static final String NAME = "cf_connect";

    private ConnectParameter() {}

    /**
     * The frame.
     *
     * @param absent what it is if there is no such parameter
     * @return empty if the query can't be read, or there is neither
     */
    public static Optional<ByteBuffer> of(Request request, Optional<String> absent) {
        try {
            return Optional.ofNullable(Request.extractQueryParameters(request).getValue(NAME))
                    .or(() -> absent)
                    .map(text -> ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        } catch (HttpException.RuntimeException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** Whether there is one; false if the query can't be read. */
    public static boolean isIn(Request request) {
        String query = request.getHttpURI().getQuery();
        return query != null && query.contains(NAME + "=");
    }
}
