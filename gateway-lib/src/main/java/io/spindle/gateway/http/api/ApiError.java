package io.spindle.gateway.http.api;

import java.util.Arrays;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Errors of the server API. Some have other texts than in the client protocol, and none says that it is temporary.
 *
 * @see <a href="https://centrifugal.dev/docs/server/server_api">Centrifugo's server API: error response</a>
 */
enum ApiError {
    INTERNAL(100, "internal server error", HttpStatus.INTERNAL_SERVER_ERROR_500),
    UNKNOWN_CHANNEL(102, "unknown channel", HttpStatus.NOT_FOUND_404),
    NOT_FOUND(104, "not found", HttpStatus.NOT_FOUND_404),
    BAD_REQUEST(107, "bad request", HttpStatus.BAD_REQUEST_400),
    NOT_AVAILABLE(108, "not available", HttpStatus.BAD_REQUEST_400),
    UNRECOVERABLE_POSITION(112, "unrecoverable position", HttpStatus.RANGE_NOT_SATISFIABLE_416),
    CONFLICT(113, "conflict", HttpStatus.CONFLICT_409);

    private final int code;
    private final String message;
    private final int status;

    ApiError(int code, String message, int status) {
        this.code = code;
        this.message = message;
        this.status = status;
    }

    /** The error of a code that the client protocol has, too; one that the API has not is an internal error. */
    static ApiError of(int code) {
        return Arrays.stream(values())
                .filter(error -> error.code == code)
                .findFirst()
                .orElse(INTERNAL);
    }

    int code() {
        return code;
    }

    String message() {
        return message;
    }

    /** The HTTP status in transport error mode. */
    int status() {
        return status;
    }
}
