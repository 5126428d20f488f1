package io.spindle.gateway;

import io.spindle.gateway.api.ErrorCode;

/** What a host asked for was refused: the channel is not known, does not have that, or the request makes no sense. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorCode error;

    RefusedException(ErrorCode error) {
        // An expected outcome: nobody needs to know where it was thrown.
        super(error.message(), null, false, false);
        this.error = error;
    }

    /** Why, in the protocol's words. */
    public ErrorCode error() {
        return error;
    }
}
