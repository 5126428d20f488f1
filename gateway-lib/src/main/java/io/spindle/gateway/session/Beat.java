package io.spindle.gateway.session;

import java.util.concurrent.ThreadLocalRandom;

/**
 * What repeats while a client is connected, in nanoseconds.
 *
 * @param ping between pings; 0 for none
 * @param pong how long a pong may take; 0 if none is expected
 * @param upkeep between two looks at what expires or has to be renewed
 */
record Beat(long ping, long pong, long upkeep) {
    /** Before a client is connected nothing repeats. */
    static final Beat NONE = new Beat(0, 0, 0);

    static Beat of(SessionTimes times) {
        return new Beat(
                times.pingInterval().toNanos(),
                times.pongTimeout().toNanos(),
                times.upkeepInterval().toNanos());
    }

    /** The same for clients that answer no pings. */
    Beat unanswered() {
        return new Beat(ping, 0, upkeep);
    }

    /** When something of this interval comes first: after a random half to whole of it, so that not all fall together. */
    static long first(long interval) {
        return interval / 2 + ThreadLocalRandom.current().nextLong(interval / 2 + 1);
    }
}
