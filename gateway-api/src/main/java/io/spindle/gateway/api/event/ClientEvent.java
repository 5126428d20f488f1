package io.spindle.gateway.api.event;

import io.spindle.gateway.api.Payload;
import java.time.Instant;
import java.util.Optional;

/**
 * What a worker is told about a client. Closed on purpose: workers in any language rely on this list.
 *
 * <p>Events of one channel reach one worker, in the order of its stream.
 */
public sealed interface ClientEvent {
    /** Unique per event (a UUID); the same on a repeated delivery. */
    String id();

    /** When the gateway accepted it. */
    Instant timestamp();

    String channel();

    /** The client that it comes from. */
    EventSource source();

    <R> R match(Cases<R> cases);

    /**
     * A publication of a client.
     *
     * @param data the data as the client sent it
     * @param text the data's {@code text}, trimmed; absent if the data is no JSON object with a string of that name
     */
    record Message(
            String id, Instant timestamp, String channel, EventSource source, Payload data, Optional<String> text)
            implements ClientEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.message(this);
        }
    }

    /** A client subscribed. */
    record Join(String id, Instant timestamp, String channel, EventSource source) implements ClientEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.join(this);
        }
    }

    /** A client's subscription ended. */
    record Leave(String id, Instant timestamp, String channel, EventSource source) implements ClientEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.leave(this);
        }
    }

    /**
     * A remote call of a client, written {@code method@channel}. A handler answers it through its {@link
     * io.spindle.gateway.api.worker.EventContext}.
     *
     * @param method what stood before the first {@code @}
     * @param data the call's data; may be empty
     */
    record Rpc(String id, Instant timestamp, String channel, EventSource source, String method, Payload data)
            implements ClientEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.rpc(this);
        }
    }

    /** One method per case: a new case stops the compiler wherever someone must decide about it. */
    interface Cases<R> {
        R message(Message event);

        R join(Join event);

        R leave(Leave event);

        R rpc(Rpc event);
    }
}
