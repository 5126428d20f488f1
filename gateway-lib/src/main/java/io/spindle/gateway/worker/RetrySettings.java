package io.spindle.gateway.worker;

import java.time.Duration;

/**
 * What is done about a handler that fails.
 *
 * @param maxAttempts calls with one event before it is set aside
 * @param initialBackoff the pause before the second attempt; it doubles with each failure
 * @param maxBackoff the longest pause
 * @param handlerTimeout how long a call may take; past it the call is interrupted and counts as failed
 */
public record RetrySettings(int maxAttempts, Duration initialBackoff, Duration maxBackoff, Duration handlerTimeout) {
    /** 5 attempts, 100 ms to 5 s apart, of 30 s each. */
    public static final RetrySettings DEFAULT =
            new RetrySettings(5, Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofSeconds(30));

    public RetrySettings {
        Settings.requirePositive("maxAttempts", maxAttempts);
        Settings.requirePositive("initialBackoff", initialBackoff);
        Settings.requirePositive("maxBackoff", maxBackoff);
        Settings.requirePositive("handlerTimeout", handlerTimeout);
        if (maxBackoff.compareTo(initialBackoff) < 0) {
            throw new IllegalArgumentException(
                    "maxBackoff: " + maxBackoff + " (expected: at least initialBackoff, " + initialBackoff + ")");
        }
    }

    /** Whether an event that failed so often is set aside. */
    boolean exhausted(int failures) {
        return failures >= maxAttempts;
    }

    /** The pause after so many failures, at least one. */
    Duration backoff(int failures) {
        Duration backoff = initialBackoff;
        for (int doubled = 1; doubled < failures && backoff.compareTo(maxBackoff) < 0; doubled++) {
            backoff = backoff.multipliedBy(2);
        }
        return backoff.compareTo(maxBackoff) < 0 ? backoff : maxBackoff;
    }
}
