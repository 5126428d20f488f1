package io.spindle.gateway.session;

import java.time.Duration;

/** When a connection expires, as told to its client and as enforced. */
final class Expiry {
    /** The protocol's bound: 365 days; what lives longer is refreshed once a year. */
    private static final Duration MAX = Duration.ofDays(365);

    private Expiry() {}

    /** Seconds for the client: at least one, so that it does not ask at once. */
    static int ttl(Duration left) {
        return (int) Math.max(1, bounded(left).plusMillis(999).toSeconds());
    }

    /** Closes the session (3005) if it is not refreshed by the expiry and its grace. */
    static void arm(Session session, Duration left, SessionTimes times) {
        session.timer()
                .expireWithin(bounded(left).plus(times.expiredCloseDelay()).toNanos());
    }

    private static Duration bounded(Duration left) {
        return left.compareTo(MAX) > 0 ? MAX : left;
    }
}
