package io.spindle.gateway.protocol;

import io.spindle.gateway.api.Payload;
import java.util.Optional;

/** A message of the server that answers no command. */
public sealed interface Push {
    /** Whether a JSON client can be sent this; one that can't is closed with 3506. */
    default boolean isJson() {
        return true;
    }

    record Pub(String channel, Publication publication) implements Push {
        @Override
        public boolean isJson() {
            return publication.isJson();
        }
    }

    record Join(String channel, ClientInfo info) implements Push {
        @Override
        public boolean isJson() {
            return info.isJson();
        }
    }

    record Leave(String channel, ClientInfo info) implements Push {
        @Override
        public boolean isJson() {
            return info.isJson();
        }
    }

    /** The server ended a subscription; from 2500 on SDKs subscribe again. */
    record Unsubscribe(String channel, int code, String reason) implements Push {}

    /** The server ends the connection: for transports without close frames. */
    record Disconnect(int code, String reason) implements Push {}

    /**
     * The server subscribed the client.
     *
     * @param position where it stands; zero without a position
     */
    record Subscribe(
            String channel, boolean positioned, boolean recoverable, StreamPosition position, Optional<Payload> data)
            implements Push {
        @Override
        public boolean isJson() {
            return data.isEmpty() || data.get().isJson();
        }
    }

    /** Data outside of any channel. */
    record Message(Payload data) implements Push {
        @Override
        public boolean isJson() {
            return data.isJson();
        }
    }

    /** The server moved the connection's expiry. */
    record Refresh(boolean expires, int ttl) implements Push {}
}
