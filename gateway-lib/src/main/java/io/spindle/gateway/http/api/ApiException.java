package io.spindle.gateway.http.api;

/** A request that is answered with an error. */
final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ApiError error;

    ApiException(ApiError error) {
        // An expected outcome: nobody needs to know where it was thrown.
        super(error.message(), null, false, false);
        this.error = error;
    }

    ApiError error() {
        return error;
    }
}
