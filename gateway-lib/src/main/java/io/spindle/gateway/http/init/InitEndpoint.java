package io.spindle.gateway.http.init;

import io.spindle.gateway.http.Answer;
import io.spindle.gateway.http.CrossOrigin;
import io.spindle.gateway.http.admission.Admission;
import io.spindle.gateway.http.admission.Place;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers an empty object to clients for which there would be room: a page fetches it to have its load balancer's cookie
 * before it connects. Thread-safe.
 */
public final class InitEndpoint implements Request.Handler {
    private static final Set<HttpMethod> METHODS = EnumSet.of(HttpMethod.GET);
    private static final Answer EMPTY = Answer.json(HttpStatus.OK_200, "{}".getBytes(StandardCharsets.UTF_8));

    private final CrossOrigin crossOrigin;
    private final Admission admission;

    public InitEndpoint(CrossOrigin crossOrigin, Admission admission) {
        this.crossOrigin = crossOrigin;
        this.admission = admission;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (crossOrigin.admits(request, response, callback, METHODS)) {
            admission.admit(request, response, callback).ifPresent(place -> answer(place, response, callback));
        }
        return true;
    }

    private static void answer(Place place, Response response, Callback callback) {
        place.leave();
        EMPTY.send(response, callback);
    }
}
