package io.spindle.gateway.api;

/**
 * Why an event could not be taken to its worker. The publisher is told the error, the metric the reason; nothing is
 * dropped in silence.
 */
public enum Refusal {
    /** The worker's backlog is at its bound. */
    BACKLOG_FULL("backlog_full", ErrorCode.TOO_MANY_REQUESTS),
    /** The channel's share of its worker's backlog is at its bound. */
    CHANNEL_FULL("channel_full", ErrorCode.TOO_MANY_REQUESTS),
    /** The store of routes or streams failed. */
    REDIS_ERROR("redis_error", ErrorCode.INTERNAL),
    /** Not done by the deadline, and certainly not appended. */
    DEADLINE("deadline", ErrorCode.INTERNAL),
    /** The worker is being retired, and was not done in time. */
    SEALED("sealed", ErrorCode.INTERNAL),
    /** The channel's pool has no worker. */
    NO_WORKER("no_worker", ErrorCode.INTERNAL),
    /** Events of the pool are so old that a channel without a route can't start safely. */
    BACKLOG_OLD("backlog_old", ErrorCode.INTERNAL),
    /** The way to the worker does not take this kind of event. */
    NOT_SUPPORTED("not_available", ErrorCode.NOT_AVAILABLE),
    /** No answer by the deadline: the event may have been appended, and is broadcast and handled then. */
    UNKNOWN_OUTCOME("unknown_outcome", ErrorCode.INTERNAL);

    private final String reason;
    private final ErrorCode error;

    Refusal(String reason, ErrorCode error) {
        this.reason = reason;
        this.error = error;
    }

    /** The metric's label value. */
    public String reason() {
        return reason;
    }

    /** What the publisher is told. */
    public ErrorCode error() {
        return error;
    }
}
