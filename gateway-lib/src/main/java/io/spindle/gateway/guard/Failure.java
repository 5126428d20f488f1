package io.spindle.gateway.guard;

/** How code that is not ours can fail us. */
enum Failure {
    THREW("threw"),
    STAGE_FAILED("answered with a failed stage"),
    NO_ANSWER("answered with null"),
    TIMEOUT("did not answer in time"),
    REJECTED("could not be asked: all threads for it are busy, or it is closed");

    private final String text;

    Failure(String text) {
        this.text = text;
    }

    /** What it did, in words that follow its name. */
    @Override
    public String toString() {
        return text;
    }
}
