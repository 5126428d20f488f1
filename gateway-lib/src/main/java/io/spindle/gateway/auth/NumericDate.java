package io.spindle.gateway.auth;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;

/** Seconds since 1970, perhaps with a fraction (RFC 7519). */
final class NumericDate {
    /** The end of the year 9999; later dates are taken for it, so that nothing computed from one overflows. */
    private static final long MAX_SECONDS = 253_402_300_799L;

    private NumericDate() {}

    /** The current value, which may be any number. */
    static Instant read(JsonParser parser) throws IOException, MalformedToken {
        if (!parser.currentToken().isNumeric()) {
            throw new MalformedToken("a date that is not a number");
        }
        double seconds = parser.getDoubleValue();
        if (Double.isInfinite(seconds)) {
            throw new MalformedToken("a date beyond all numbers");
        }
        if (seconds >= MAX_SECONDS) {
            return ofSeconds(MAX_SECONDS);
        }
        double whole = Math.floor(Math.max(seconds, 0));
        return Instant.ofEpochSecond((long) whole, (long) (Math.max(seconds - whole, 0) * 1e9));
    }

    /** Whole seconds, moved to the nearest that count: 1970 to 9999. */
    static Instant ofSeconds(long seconds) {
        return Instant.ofEpochSecond(Math.max(0, Math.min(seconds, MAX_SECONDS)));
    }
}
