package io.spindle.gateway.http;

/** What can be wrong with a gateway, in words for strangers: no address, no exception's text. */
public enum HealthProblem {
    STARTING("starting"),
    REDIS_UNREACHABLE("redis is unreachable"),
    DRAINING("draining"),
    /** The check itself failed; the cause is in the log. */
    CHECK_FAILED("health check failed");

    private final String text;

    HealthProblem(String text) {
        this.text = text;
    }

    /** Without characters that JSON would escape. */
    public String text() {
        return text;
    }
}
