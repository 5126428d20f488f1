package io.spindle.gateway.rpc;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.rpc.RpcAnswer;
import io.spindle.gateway.protocol.json.JsonValues;
import java.util.Objects;

/**
 * How a remote call ended.
 *
 * @param answer what the caller is told
 * @param status what it counts as
 * @param reason why it did not succeed, one of the gateway's own words; empty on success
 */
public record RpcOutcome(RpcAnswer answer, Status status, String reason) {
    /** No method is answered at all. */
    public static final RpcOutcome NOT_AVAILABLE = rejected(ErrorCode.NOT_AVAILABLE, "not_available");
    /** Nobody knows the method. */
    public static final RpcOutcome METHOD_NOT_FOUND = rejected(ErrorCode.METHOD_NOT_FOUND, "method_not_found");

    /** There can be no such channel. */
    public static final RpcOutcome INVALID_CHANNEL = rejected(ErrorCode.BAD_REQUEST, "invalid_channel");

    static final RpcOutcome HANDLER_FAILED = failed(ErrorCode.INTERNAL, "handler_failed");
    static final RpcOutcome NO_REPLY = failed(ErrorCode.INTERNAL, "no_reply");

    /** What a call counts as. */
    public enum Status {
        SUCCESS,
        /** Somebody said no. */
        REJECTED,
        /** Nobody said anything, or it could not be heard. */
        ERROR
    }

    /** It was not taken to the worker that should have answered. */
    public static RpcOutcome refused(Refusal refusal) {
        return failed(refusal.error(), refusal.reason());
    }

    /** The policy said no. */
    public static RpcOutcome denied(Decision.Deny deny) {
        return rejected(deny.error(), deny.reason());
    }

    /** The policy ends the connection. */
    public static RpcOutcome denied(Decision.Close close) {
        return new RpcOutcome(new RpcAnswer.Closed(close.disconnect()), Status.REJECTED, close.reason());
    }

    /**
     * What a handler answered.
     *
     * @throws IllegalArgumentException if its data is declared to be JSON and is not: it would break the caller's frame
     */
    static RpcOutcome answered(RpcAnswer answer) {
        Objects.requireNonNull(answer, "answer");
        if (answer instanceof RpcAnswer.Done done) {
            done.data().ifPresent(RpcOutcome::requireWellFormed);
            return new RpcOutcome(answer, Status.SUCCESS, "");
        }
        if (answer instanceof RpcAnswer.Failed failed) {
            return new RpcOutcome(answer, Status.REJECTED, reason(failed.error()));
        }
        return new RpcOutcome(answer, Status.REJECTED, "closed");
    }

    private static void requireWellFormed(Payload data) {
        if (data.isJson() && !data.isEmpty() && !JsonValues.isValid(data.toByteArray(), 0, data.size())) {
            throw new IllegalArgumentException("answer: not JSON (expected: one JSON value)");
        }
    }

    /** A handler for many methods says itself which of them are there. */
    private static String reason(ErrorCode error) {
        if (error.code() == ErrorCode.METHOD_NOT_FOUND.code()) {
            return METHOD_NOT_FOUND.reason();
        }
        return error.code() == ErrorCode.NOT_AVAILABLE.code() ? NOT_AVAILABLE.reason() : "application";
    }

    private static RpcOutcome rejected(ErrorCode error, String reason) {
        return new RpcOutcome(new RpcAnswer.Failed(error), Status.REJECTED, reason);
    }

    private static RpcOutcome failed(ErrorCode error, String reason) {
        return new RpcOutcome(new RpcAnswer.Failed(error), Status.ERROR, reason);
    }
}
