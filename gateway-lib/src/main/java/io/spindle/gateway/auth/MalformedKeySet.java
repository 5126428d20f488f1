package io.spindle.gateway.auth;

/** What a server gives as its key set can't be used. */
final class MalformedKeySet extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedKeySet(Exception cause) {
        super("not a key set, or one with a key that is not usable", cause);
    }
}
