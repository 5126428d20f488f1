package io.spindle.gateway.http;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;

/** The headers of a request as authenticators and policies are given them. */
public final class RequestHeaders {
    private RequestHeaders() {}

    /** All values, by lower-case name. */
    public static Map<String, List<String>> of(Request request) {
        Map<String, List<String>> headers = new HashMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.merge(field.getName().toLowerCase(Locale.ROOT), List.of(field.getValue()), RequestHeaders::joined);
        }
        return headers;
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
