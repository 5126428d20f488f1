package io.spindle.gateway.http;

import io.spindle.gateway.http.origin.OriginCheck;
import io.spindle.gateway.http.origin.OriginRefusals;
import io.spindle.gateway.http.origin.OriginVerdict;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Stands before the WebSocket endpoint and answers 403 to pages that may not connect. */
final class OriginGuard extends Handler.Wrapper {
    private final OriginCheck check;
    private final OriginRefusals refusals = new OriginRefusals();

    OriginGuard(OriginCheck check, Handler endpoint) {
        super(endpoint);
        this.check = check;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        OriginVerdict verdict = verdict(check, request);
        if (verdict.passes()) {
            return super.handle(request, response, callback);
        }
        refusals.add(verdict);
        Answer.text(HttpStatus.FORBIDDEN_403, verdict.refusal()).send(response, callback);
        return true;
    }

    /** Whether the page that a request comes from, if it does, may use this gateway. */
    static OriginVerdict verdict(OriginCheck check, Request request) {
        HttpFields headers = request.getHeaders();
        return check.check(
                headers.get(HttpHeader.ORIGIN),
                headers.get(HttpHeader.HOST),
                headers.get(HttpHeader.X_FORWARDED_HOST),
                RemoteAddress.of(request).orElse(null));
    }
}
