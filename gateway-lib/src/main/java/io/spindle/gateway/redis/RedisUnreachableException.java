package io.spindle.gateway.redis;

/** Redis could not be reached at the start. The message is one line, without credentials, fit for a terminal. */
public final class RedisUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RedisUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
