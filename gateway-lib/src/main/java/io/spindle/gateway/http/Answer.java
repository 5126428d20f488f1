package io.spindle.gateway.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A small answer, whole in memory. The body is never written to, so one answer may be sent many times. */
public record Answer(int status, HttpField contentType, byte[] body) {
    private static final HttpField TEXT = contentType("text/plain; charset=utf-8");
    private static final HttpField JSON = contentType("application/json");
    private static final HttpField NOT_STORED = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");
    private static final HttpField NOT_GUESSED = new HttpField("X-Content-Type-Options", "nosniff");

    /** Something of ours failed; the cause is in the log. */
    static final Answer FAILED = text(HttpStatus.INTERNAL_SERVER_ERROR_500, "internal server error");

    public static Answer text(int status, String line) {
        return new Answer(status, TEXT, (line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** A status alone. */
    public static Answer empty(int status) {
        return new Answer(status, TEXT, new byte[0]);
    }

    public static Answer json(int status, byte[] body) {
        return new Answer(status, JSON, body);
    }

    static HttpField contentType(String value) {
        return new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, value);
    }

    public void send(Response response, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(contentType).put(NOT_STORED).put(NOT_GUESSED);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
