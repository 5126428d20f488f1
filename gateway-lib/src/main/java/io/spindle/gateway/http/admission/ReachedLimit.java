package io.spindle.gateway.http.admission;

import io.spindle.gateway.http.Answer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The refusal of connections over one limit: answered each, logged once a minute. Thread-safe. */
final class ReachedLimit {
    private static final Logger log = LoggerFactory.getLogger(ReachedLimit.class);
    private static final long LOG_INTERVAL_NANOS = Duration.ofMinutes(1).toNanos();

    private final String limit;
    private final Answer refusal;
    private final AtomicLong nextLogNanos = new AtomicLong(System.nanoTime());

    /** @param limit the setting's name */
    ReachedLimit(String limit) {
        this.limit = limit;
        this.refusal = Answer.text(HttpStatus.SERVICE_UNAVAILABLE_503, "too many connections (" + limit + ")");
    }

    void refuse(Response response, Callback callback) {
        long now = System.nanoTime();
        long next = nextLogNanos.get();
        if (now - next >= 0 && nextLogNanos.compareAndSet(next, now + LOG_INTERVAL_NANOS)) {
            log.warn("Client connections are refused: limit={}", limit);
        }
        refusal.send(response, callback);
    }
}
