package io.spindle.gateway.http.stream;

import io.spindle.gateway.protocol.Encoding;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** The headers of a response that does not end: nobody on its way may keep it, or hold parts of it back. */
final class StreamHead {
    private static final HttpField EVENTS = contentType("text/event-stream; charset=utf-8");
    private static final HttpField JSON = contentType("application/json");
    private static final HttpField BINARY = contentType("application/octet-stream");

    private static final List<HttpField> UNCACHED = List.of(
            new PreEncodedHttpField(
                    HttpHeader.CACHE_CONTROL, "private, no-cache, no-store, must-revalidate, max-age=0"),
            new PreEncodedHttpField(HttpHeader.PRAGMA, "no-cache"),
            // As the reference spells it.
            new HttpField("Expire", "0"),
            // What nginx needs to be told.
            new HttpField("X-Accel-Buffering", "no"),
            new HttpField("X-Content-Type-Options", "nosniff"));

    private StreamHead() {}

    static void write(HttpFields.Mutable headers, boolean events, Encoding encoding) {
        UNCACHED.forEach(headers::put);
        headers.put(events ? EVENTS : encoding == Encoding.JSON ? JSON : BINARY);
    }

    private static HttpField contentType(String type) {
        return new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, type);
    }
}
