package io.spindle.gateway.delivery;

import io.spindle.gateway.protocol.StreamPosition;
import java.util.Optional;

/** What a client says. */
sealed interface Request {
    record Connect(int id, String token) implements Request {}

    /** @param recover from where the client wants what it missed */
    record Subscribe(int id, String channel, Optional<StreamPosition> recover) implements Request {}

    record Unsubscribe(int id, String channel) implements Request {}

    /** @param text becomes a JSON string */
    record Publish(int id, String channel, String text) implements Request {}

    record Pong() implements Request {}
}
