package io.spindle.gateway.http.api;

import io.spindle.gateway.http.Answer;
import io.spindle.gateway.http.RequestBody;
import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets requests of the server API in: POST, with the key, not too many at once, with a body that is not too large. Shared
 * by all its paths. Thread-safe.
 */
final class ApiGate {
    private static final Answer POST_ONLY = Answer.empty(HttpStatus.METHOD_NOT_ALLOWED_405);
    private static final Answer UNAUTHORIZED = Answer.empty(HttpStatus.UNAUTHORIZED_401);
    private static final Answer BUSY =
            Answer.text(HttpStatus.SERVICE_UNAVAILABLE_503, "too many requests at once, try again later");

    private final ApiAccess access;
    private final RequestBody.Limits limits;
    private final Semaphore places;

    ApiGate(ApiSettings settings, RequestBody.Limits limits) {
        this.access = new ApiAccess(settings);
        this.limits = limits;
        this.places = new Semaphore(settings.maxRequests());
    }

    /** Takes the body of a request that was let in. */
    interface Admitted {
        void take(ByteBuffer body, Request request, Response response, Callback callback);
    }

    /** Answers the request, or has it answered. */
    void admit(Request request, Response response, Callback callback, Admitted admitted) {
        if (!HttpMethod.POST.is(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, HttpMethod.POST.asString());
            POST_ONLY.send(response, callback);
        } else if (!access.allows(request)) {
            UNAUTHORIZED.send(response, callback);
        } else if (!places.tryAcquire()) {
            BUSY.send(response, callback);
        } else {
            Callback leaving = Callback.from(callback, () -> places.release());
            RequestBody.read(
                    request,
                    limits,
                    body -> admitted.take(body, request, response, leaving),
                    refusal -> refusal.send(response, leaving));
        }
    }
}
