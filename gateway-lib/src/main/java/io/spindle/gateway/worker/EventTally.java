package io.spindle.gateway.worker;

import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.event.EventSource;

/**
 * Counts events and their bytes against a bound. The size of an event is an estimate of its share of the heap: its data,
 * its texts, and a fixed part for the objects that hold them.
 *
 * <p>Not thread-safe: guarded by its owner's lock.
 */
public final class EventTally {
    private static final int OBJECTS_BYTES = 256;

    private static final ClientEvent.Cases<Integer> DATA_BYTES = new ClientEvent.Cases<>() {
        @Override
        public Integer message(ClientEvent.Message event) {
            return event.data().size() + event.text().map(String::length).orElse(0);
        }

        @Override
        public Integer join(ClientEvent.Join event) {
            return 0;
        }

        @Override
        public Integer leave(ClientEvent.Leave event) {
            return 0;
        }

        @Override
        public Integer rpc(ClientEvent.Rpc event) {
            return event.data().size() + event.method().length();
        }
    };

    private final long maxEvents;
    private final long maxBytes;
    private int events;
    private long bytes;

    public EventTally(int maxEvents, long maxBytes) {
        this.maxEvents = maxEvents;
        this.maxBytes = maxBytes;
    }

    /** Counts the event, unless that would pass the bound. */
    public boolean add(ClientEvent event) {
        long size = size(event);
        if (events >= maxEvents || bytes + size > maxBytes) {
            return false;
        }
        events++;
        bytes += size;
        return true;
    }

    /** An event that was counted is gone. */
    public void remove(ClientEvent event) {
        events--;
        bytes -= size(event);
    }

    public int events() {
        return events;
    }

    private static long size(ClientEvent event) {
        EventSource source = event.source();
        return OBJECTS_BYTES
                + event.match(DATA_BYTES)
                + event.channel().length()
                + source.userId().length()
                + source.userName().length();
    }
}
