package io.spindle.gateway.api;

/**
 * An error reply to one command; the connection lives on. Code and text are a fixed pair of the client protocol: 100 to
 * 399 belong to it, applications should use 400 to 1999. Whatever a backend answers travels unchanged, though.
 *
 * @param code what SDKs compare
 * @param message what users of the SDKs see; never empty
 * @param temporary whether the same command may succeed later; SDKs retry subscribing and connecting then
 * @see <a href="https://centrifugal.dev/docs/server/codes#client-error-codes">Client error codes</a>
 */
public record ErrorCode(int code, String message, boolean temporary) {
    public static final ErrorCode INTERNAL = new ErrorCode(100, "internal server error", true);
    public static final ErrorCode UNAUTHORIZED = new ErrorCode(101, "unauthorized", false);
    public static final ErrorCode UNKNOWN_CHANNEL = new ErrorCode(102, "unknown channel", false);
    public static final ErrorCode PERMISSION_DENIED = new ErrorCode(103, "permission denied", false);
    public static final ErrorCode METHOD_NOT_FOUND = new ErrorCode(104, "method not found", false);
    public static final ErrorCode ALREADY_SUBSCRIBED = new ErrorCode(105, "already subscribed", false);
    public static final ErrorCode LIMIT_EXCEEDED = new ErrorCode(106, "limit exceeded", false);
    public static final ErrorCode BAD_REQUEST = new ErrorCode(107, "bad request", false);
    public static final ErrorCode NOT_AVAILABLE = new ErrorCode(108, "not available", false);
    public static final ErrorCode TOKEN_EXPIRED = new ErrorCode(109, "token expired", false);
    public static final ErrorCode EXPIRED = new ErrorCode(110, "expired", false);
    public static final ErrorCode TOO_MANY_REQUESTS = new ErrorCode(111, "too many requests", true);
    public static final ErrorCode UNRECOVERABLE_POSITION = new ErrorCode(112, "unrecoverable position", false);

    public ErrorCode {
        if (code < 1) {
            throw new IllegalArgumentException(
                    "error code: " + code + " (expected: 100 to 399 of the protocol, or the application's, above 0)");
        }
        if (message.isEmpty()) {
            throw new IllegalArgumentException("error message: empty (SDKs read it without a default)");
        }
    }
}
