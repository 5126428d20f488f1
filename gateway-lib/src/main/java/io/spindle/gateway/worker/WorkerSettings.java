package io.spindle.gateway.worker;

import java.time.Duration;

/**
 * How a worker in this process works.
 *
 * @param backlog what may wait
 * @param retry what is done about failures
 * @param deadLetters what is kept of events that failed for good
 * @param handlerThreads channels whose events are handled at once; threads are started when needed, and end when idle
 * @param closeTimeout how long a close waits until what was accepted is handled
 */
public record WorkerSettings(
        BacklogLimits backlog,
        RetrySettings retry,
        DeadLetterLimits deadLetters,
        int handlerThreads,
        Duration closeTimeout) {
    /** The defaults of each concern, 16 threads, 5 s to close. */
    public static final WorkerSettings DEFAULT = new WorkerSettings(
            BacklogLimits.DEFAULT, RetrySettings.DEFAULT, DeadLetterLimits.DEFAULT, 16, Duration.ofSeconds(5));

    public WorkerSettings {
        Settings.requirePositive("handlerThreads", handlerThreads);
        Settings.requirePositive("closeTimeout", closeTimeout);
    }

    public WorkerSettings withBacklog(BacklogLimits backlog) {
        return new WorkerSettings(backlog, retry, deadLetters, handlerThreads, closeTimeout);
    }

    public WorkerSettings withRetry(RetrySettings retry) {
        return new WorkerSettings(backlog, retry, deadLetters, handlerThreads, closeTimeout);
    }

    public WorkerSettings withDeadLetters(DeadLetterLimits deadLetters) {
        return new WorkerSettings(backlog, retry, deadLetters, handlerThreads, closeTimeout);
    }

    public WorkerSettings withHandlerThreads(int handlerThreads) {
        return new WorkerSettings(backlog, retry, deadLetters, handlerThreads, closeTimeout);
    }

    public WorkerSettings withCloseTimeout(Duration closeTimeout) {
        return new WorkerSettings(backlog, retry, deadLetters, handlerThreads, closeTimeout);
    }
}
