package io.spindle.gateway.auth;

/** What a look at a token says. */
sealed interface Verification {
    /** Signed by us, for us, and of this time. */
    record Valid(TokenClaims claims) implements Verification {}

    /** Signed by us and for us, but over, or not begun yet. */
    record Expired() implements Verification {}

    /**
     * Not to be believed.
     *
     * @param reason for the log at debug level; holds nothing of the token
     */
    record Invalid(String reason) implements Verification {}
}
