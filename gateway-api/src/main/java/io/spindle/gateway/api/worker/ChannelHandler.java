package io.spindle.gateway.api.worker;

import io.spindle.gateway.api.event.ClientEvent;

/**
 * Business logic behind channels: handles the events of the channels that its worker owns.
 *
 * <p><b>Threading.</b> Events of one channel come one after another, those of different channels in parallel, on an
 * executor of the worker's. Blocking is allowed; it holds up its own channel only.
 *
 * <p><b>Errors.</b> A handler that throws is called again with the same event, after a pause that grows, while its
 * channel waits and others go on. After {@code maxAttempts} (default 5) the event is set aside as a dead letter.
 *
 * <p><b>Calls.</b> A {@link ClientEvent.Rpc} waits for an answer: {@link EventContext#reply} or {@link EventContext#fail}.
 *
 * <p><b>Repeats.</b> An event may come more than once ({@link EventContext#attempt()}); its {@link ClientEvent#id()} is
 * the same each time.
 */
@FunctionalInterface
public interface ChannelHandler {
    /**
     * Handles one event; returning normally acknowledges it.
     *
     * @throws Exception to have the event repeated
     */
    void handle(ClientEvent event, EventContext context) throws Exception;
}
