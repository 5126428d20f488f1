package io.spindle.gateway.http;

import org.eclipse.jetty.server.Request;

/**
 * The path of a request as it was sent, within the context that the gateway is mounted in. As it was sent: a decoded
 * path can't tell a channel's slash from the path's own, nor what was decoded already.
 */
final class RequestPath {
    private RequestPath() {}

    /** Empty if the request has none ({@code OPTIONS *}) or one of another context. */
    static String of(Request request) {
        String path = request.getHttpURI().getPath();
        String context = Request.getContextPath(request);
        if (path == null) {
            return "";
        }
        if (context == null || "/".equals(context)) {
            return path;
        }
        return path.startsWith(context) ? path.substring(context.length()) : "";
    }
}
