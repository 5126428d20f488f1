package io.spindle.gateway;

/** A gateway could not start; the message says in one line what is in the way, without secrets. */
public final class GatewayStartException extends Exception {
    private static final long serialVersionUID = 1L;

    GatewayStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
