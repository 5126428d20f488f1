package io.spindle.gateway.http.websocket;

import io.spindle.gateway.http.Answer;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers requests for a WebSocket's path that do not upgrade: a page opened there by hand, or a load balancer that does
 * not pass upgrades on. Not found would send people looking for another path. Stateless.
 */
final class PlainRequests extends Handler.Abstract.NonBlocking {
    private static final String VERSION_HEADER = "Sec-WebSocket-Version";
    private static final String VERSION = "13";
    private static final Answer ANSWER = Answer.text(
            HttpStatus.BAD_REQUEST_400, "no WebSocket handshake (expected: Upgrade: websocket, through every proxy)");

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        response.getHeaders().put(VERSION_HEADER, VERSION);
        ANSWER.send(response, callback);
        return true;
    }
}
