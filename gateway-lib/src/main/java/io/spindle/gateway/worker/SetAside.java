package io.spindle.gateway.worker;

import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.metrics.WorkerMetrics;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets aside events that failed for good. While the store of dead letters is full, such an event stays in its queue and
 * its channel waits: losing it in silence is not ours to decide.
 *
 * <p>Thread-safe; called on the worker's threads.
 */
final class SetAside {
    private static final Logger log = LoggerFactory.getLogger(SetAside.class);

    private final String workerId;
    private final DeadLetters deadLetters;
    private final Duration pauseWhileFull;
    private final Pauses pauses;
    private final WorkerMetrics metrics;
    private final AtomicBoolean fullReported = new AtomicBoolean();

    SetAside(String workerId, DeadLetters deadLetters, Duration pauseWhileFull, Pauses pauses, WorkerMetrics metrics) {
        this.workerId = workerId;
        this.deadLetters = deadLetters;
        this.pauseWhileFull = pauseWhileFull;
        this.pauses = pauses;
        this.metrics = metrics;
    }

    /** Keeps the event as a dead letter, now or as soon as there is room, and goes on with the channel then. */
    void keep(Attempt last, Throwable failure, Runnable goOn) {
        if (added(last, failure)) {
            goOn.run();
            return;
        }
        metrics.channelBlocked();
        if (fullReported.compareAndSet(false, true)) {
            log.error(
                    "Dead letters are full, channels whose events fail wait: worker={} maxDeadLetters reached at {}",
                    workerId,
                    deadLetters.size());
        }
        pauses.after(pauseWhileFull, () -> keepLater(last, failure, goOn));
    }

    private void keepLater(Attempt last, Throwable failure, Runnable goOn) {
        if (added(last, failure)) {
            metrics.channelUnblocked();
            goOn.run();
        } else {
            pauses.after(pauseWhileFull, () -> keepLater(last, failure, goOn));
        }
    }

    private boolean added(Attempt last, Throwable failure) {
        ClientEvent event = last.event();
        if (!deadLetters.add(event, failure.toString(), last.number())) {
            return false;
        }
        fullReported.set(false);
        metrics.deadLetter();
        log.warn(
                "Event set aside: worker={} channel={} event={} attempts={}",
                workerId,
                event.channel(),
                event.id(),
                last.number(),
                failure);
        return true;
    }
}
