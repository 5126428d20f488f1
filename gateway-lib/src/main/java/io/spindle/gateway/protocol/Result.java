package io.spindle.gateway.protocol;

import io.spindle.gateway.api.Payload;
import java.util.Map;
import java.util.Optional;

/** The result of a command. It is written also when it has nothing to say: SDKs find their result by its name. */
public sealed interface Result {
    /** Whether a JSON client can be sent this; one that can't is closed with 3506. */
    default boolean isJson() {
        return true;
    }

    /**
     * Connected.
     *
     * @param client the connection's id
     * @param version the server's version; not empty
     * @param expires whether the client must refresh its connection
     * @param ttl seconds until it expires; above 0 if it does
     * @param ping seconds between pings
     * @param pong whether pongs are expected
     */
    record Connect(
            String client, String version, boolean expires, int ttl, Optional<Payload> data, int ping, boolean pong)
            implements Result {
        @Override
        public boolean isJson() {
            return data.isEmpty() || data.get().isJson();
        }
    }

    /**
     * Subscribed.
     *
     * @param wasRecovering whether the client had asked to recover
     */
    record Subscribe(boolean wasRecovering, Optional<Payload> data) implements Result {
        @Override
        public boolean isJson() {
            return data.isEmpty() || data.get().isJson();
        }
    }

    record Unsubscribe() implements Result {}

    record Publish() implements Result {}

    /** Who is in a channel, by client id; never null, {@code {}} if nobody. */
    record Presence(Map<String, ClientInfo> presence) implements Result {
        @Override
        public boolean isJson() {
            return presence.values().stream().allMatch(ClientInfo::isJson);
        }
    }

    /** Both numbers are always written. */
    record PresenceStats(int numClients, int numUsers) implements Result {}

    record Refresh(boolean expires, int ttl) implements Result {}
}
