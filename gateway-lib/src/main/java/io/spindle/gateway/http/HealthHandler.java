package io.spindle.gateway.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers probes, of any method: some load balancers ask with HEAD or OPTIONS. */
final class HealthHandler implements Request.Handler {
    private static final Logger log = LoggerFactory.getLogger(HealthHandler.class);
    private static final Answer HEALTHY = json(HttpStatus.OK_200, "{\"status\":\"healthy\"}");
    private static final Map<HealthProblem, Answer> UNHEALTHY = Arrays.stream(HealthProblem.values())
            .collect(Collectors.toUnmodifiableMap(
                    problem -> problem,
                    problem -> json(
                            HttpStatus.SERVICE_UNAVAILABLE_503,
                            "{\"status\":\"unhealthy\",\"error\":\"" + problem.text() + "\"}")));

    private final HealthSource source;
    private final Answer healthy;

    private HealthHandler(HealthSource source, Answer healthy) {
        this.source = source;
        this.healthy = healthy;
    }

    /** Whether the gateway can do its work. */
    static HealthHandler ready(HealthSource source) {
        return new HealthHandler(source, HEALTHY);
    }

    /** Whether the process works, whatever else does not. */
    static HealthHandler live() {
        return new HealthHandler(Optional::empty, HEALTHY);
    }

    /** The same in one word: what a port that serves metrics only always answered. */
    static HealthHandler liveInPlainText() {
        return new HealthHandler(Optional::empty, Answer.text(HttpStatus.OK_200, "OK"));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        problem().map(UNHEALTHY::get).orElse(healthy).send(response, callback);
        return true;
    }

    private Optional<HealthProblem> problem() {
        try {
            return source.problem();
        } catch (RuntimeException e) {
            log.warn("Health check failed", e);
            return Optional.of(HealthProblem.CHECK_FAILED);
        }
    }

    private static Answer json(int status, String body) {
        return Answer.json(status, body.getBytes(StandardCharsets.UTF_8));
    }
}
