package io.spindle.gateway.http.origin;

/**
 * The outcome of a check.
 *
 * @param origin whose it is; empty when it passed
 * @param refusal why not, in one line that names origin, host and setting; empty when it passed
 */
public record OriginVerdict(String origin, String refusal) {
    static final OriginVerdict PASS = new OriginVerdict("", "");

    static OriginVerdict refused(String origin, String refusal) {
        return new OriginVerdict(origin, refusal);
    }

    public boolean passes() {
        return refusal.isEmpty();
    }
}
