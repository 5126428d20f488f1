package io.spindle.gateway.worker;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.event.EventSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Events for tests of workers and of the ways to them. */
public final class Events {
    private static final EventSource ALICE = new EventSource("alice", "Alice", true, "client-1");

    private Events() {}

    /** A message whose id says where it stands: {@code chat/1}. */
    public static ClientEvent message(String channel, int number) {
        return message(channel, number, Payload.json("{\"text\":\"hello\"}"));
    }

    public static ClientEvent message(String channel, int number, Payload data) {
        return new ClientEvent.Message(
                channel + "/" + number, Instant.EPOCH, channel, ALICE, data, Optional.of("hello"));
    }

    /** A remote call whose id is made like a message's. */
    public static ClientEvent call(String channel, int number) {
        return new ClientEvent.Rpc(channel + "/" + number, Instant.EPOCH, channel, ALICE, "method", Payload.json("{}"));
    }

    /** The ids of a channel's messages, 1 to {@code last}. */
    public static List<String> ids(String channel, int last) {
        return IntStream.rangeClosed(1, last)
                .mapToObj(number -> channel + "/" + number)
                .toList();
    }
}
