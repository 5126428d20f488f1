package io.spindle.gateway.proxy;

import java.time.Instant;
import java.util.Optional;

/** Times in answers: seconds since 1970. */
final class UnixTime {
    /** In the year 9999: later than anything that is meant, and safe to calculate with. */
    private static final long LATEST = 253_402_300_799L;

    private UnixTime() {}

    /** The field {@code expire_at}; absent, 0 and below stand for never. */
    static Optional<Instant> expiry(JsonObject fields) {
        long seconds = fields.integer("expire_at");
        return seconds > 0 ? Optional.of(Instant.ofEpochSecond(Math.min(seconds, LATEST))) : Optional.empty();
    }
}
