package io.spindle.gateway.http;

import java.time.Duration;

/**
 * Bounds on what clients may hold at the HTTP edge.
 *
 * @param maxPendingHandshakes connections of one listener that have not become WebSockets (yet): at the bound accepting
 *     pauses, and new clients wait in the kernel's queue
 * @param acceptBacklog length of that queue
 * @param requestTimeout from a connection's opening to the end of its first request's head, TLS included, however
 *     steadily bytes trickle in; then it is closed
 * @param idleTimeout between two requests, and without progress within one; then it is closed
 * @param maxHeaderBytes of a request's head; over it the answer is 431
 * @param presenceTimeout for the presence of a channel; then the answer is 503
 */
public record HttpLimits(
        int maxPendingHandshakes,
        int acceptBacklog,
        Duration requestTimeout,
        Duration idleTimeout,
        int maxHeaderBytes,
        Duration presenceTimeout) {
    public static final HttpLimits DEFAULT =
            new HttpLimits(4_096, 1_024, Duration.ofSeconds(10), Duration.ofSeconds(30), 8_192, Duration.ofSeconds(4));

    private static final int MIN_HEADER_BYTES = 1_024;

    public HttpLimits {
        atLeast("maxPendingHandshakes", maxPendingHandshakes, 1);
        atLeast("acceptBacklog", acceptBacklog, 1);
        atLeast("maxHeaderBytes", maxHeaderBytes, MIN_HEADER_BYTES);
        positive("requestTimeout", requestTimeout);
        positive("idleTimeout", idleTimeout);
        positive("presenceTimeout", presenceTimeout);
    }

    private static void atLeast(String name, int value, int min) {
        if (value < min) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: at least " + min + ")");
        }
    }

    private static void positive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: more than 0)");
        }
    }
}
