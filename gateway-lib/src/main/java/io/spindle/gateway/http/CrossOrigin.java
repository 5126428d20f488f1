package io.spindle.gateway.http;

import io.spindle.gateway.http.origin.OriginCheck;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Tells browsers which pages may read answers. No request is refused here: without these headers the browser keeps the
 * answer from the page, and asks before it sends one that is not simple. Immutable.
 */
public final class CrossOrigin {
    private static final HttpField CREDENTIALS =
            new PreEncodedHttpField(HttpHeader.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
    private static final HttpField METHODS =
            new PreEncodedHttpField(HttpHeader.ACCESS_CONTROL_ALLOW_METHODS, "POST, OPTIONS");
    private static final HttpField MAX_AGE = new PreEncodedHttpField(HttpHeader.ACCESS_CONTROL_MAX_AGE, "300");
    private static final HttpField BY_ORIGIN = new PreEncodedHttpField(HttpHeader.VARY, "Origin");

    private final OriginCheck check;

    public CrossOrigin(OriginCheck check) {
        this.check = check;
    }

    /**
     * Sets the headers for the page that asks, and answers what is not one of the methods.
     *
     * @param methods which requests are for the caller
     * @return whether this one is; else it is answered
     */
    public boolean admits(Request request, Response response, Callback callback, Set<HttpMethod> methods) {
        allow(request.getHeaders(), request, response.getHeaders());
        HttpMethod method = HttpMethod.fromString(request.getMethod());
        if (method != null && methods.contains(method)) {
            return true;
        }
        if (method == HttpMethod.OPTIONS) {
            response.setStatus(HttpStatus.NO_CONTENT_204);
            response.getHeaders().put(METHODS).put(MAX_AGE);
            callback.succeeded();
        } else {
            String names = String.join(", ", names(methods));
            response.getHeaders().put(HttpHeader.ALLOW, names);
            Answer.text(HttpStatus.METHOD_NOT_ALLOWED_405, "only " + names + " is allowed here")
                    .send(response, callback);
        }
        return false;
    }

    private void allow(HttpFields asked, Request request, HttpFields.Mutable answer) {
        String origin = asked.get(HttpHeader.ORIGIN);
        answer.put(BY_ORIGIN);
        if (origin == null || !OriginGuard.verdict(check, request).passes()) {
            return;
        }
        answer.put(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, origin).put(CREDENTIALS);
        String headers = asked.get(HttpHeader.ACCESS_CONTROL_REQUEST_HEADERS);
        if (headers != null) {
            answer.put(HttpHeader.ACCESS_CONTROL_ALLOW_HEADERS, headers);
        }
    }

    private static Set<String> names(Set<HttpMethod> methods) {
        Set<String> names = new TreeSet<>();
        methods.forEach(method -> names.add(method.asString()));
        names.add(HttpMethod.OPTIONS.asString());
        return names;
    }
}
