package io.spindle.gateway.auth;

/** What calls itself a token is none. Without a stack trace: anyone can send these as fast as a line carries them. */
final class MalformedToken extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /** A token refused for a reason, which holds nothing of the token. */
    MalformedToken(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
