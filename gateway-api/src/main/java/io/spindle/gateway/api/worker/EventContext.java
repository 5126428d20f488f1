package io.spindle.gateway.api.worker;

/**
 * What a handler is told about the delivery of an event, beside the event itself.
 *
 * @param workerId the worker that owns the channel
 * @param attempt 1 for the first delivery; an event is repeated when it is above
 */
public record EventContext(String workerId, int attempt) {
    public boolean isRepeated() {
        return attempt > 1;
    }
}
