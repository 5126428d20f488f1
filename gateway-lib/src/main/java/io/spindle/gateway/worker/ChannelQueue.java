package io.spindle.gateway.worker;

import io.spindle.gateway.api.event.ClientEvent;
import java.util.ArrayDeque;

/**
 * The events of one channel in their order, and the failures of the first. Lives while it has events.
 *
 * <p>Not thread-safe: guarded by the lock of its {@link Backlog}.
 */
final class ChannelQueue {
    private static final int USUAL_EVENTS = 2;

    private final ArrayDeque<ClientEvent> events = new ArrayDeque<>(USUAL_EVENTS);
    private int failures;

    ChannelQueue(ClientEvent first) {
        events.add(first);
    }

    void add(ClientEvent event) {
        events.add(event);
    }

    int size() {
        return events.size();
    }

    Attempt next() {
        return new Attempt(events.element(), failures + 1);
    }

    void failed() {
        failures++;
    }

    ClientEvent acknowledge() {
        failures = 0;
        return events.remove();
    }
}
