package io.spindle.gateway.session;

import io.spindle.gateway.api.Refresh;
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

    /** Has the session end, or be asked for, if it is not refreshed by the expiry; clients have a grace for that. */
    static void arm(Session session, Duration left, Refresh refresh, SessionTimes times) {
        Duration grace = refresh == Refresh.BY_CLIENT ? times.expiredCloseDelay() : Duration.ZERO;
        session.timer().expireWithin(bounded(left).plus(grace).toNanos());
    }

    private static Duration bounded(Duration left) {
        return left.compareTo(MAX) > 0 ? MAX : left;
    }
}
