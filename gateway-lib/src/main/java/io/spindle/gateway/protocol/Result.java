package io.spindle.gateway.protocol;

import io.spindle.gateway.api.Payload;
import java.util.List;
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
     * @param subs subscriptions that the server made, by channel
     * @param ping seconds between pings
     * @param pong whether pongs are expected
     * @param session secret id of an emulated or unidirectional connection; else empty
     * @param node the node that holds an emulated connection; else empty
     * @param time the server's clock, in milliseconds since 1970; 0 if it is not told
     */
    record Connect(
            String client,
            String version,
            boolean expires,
            int ttl,
            Optional<Payload> data,
            Map<String, Subscribe> subs,
            int ping,
            boolean pong,
            String session,
            String node,
            long time)
            implements Result {
        @Override
        public boolean isJson() {
            return (data.isEmpty() || data.get().isJson())
                    && subs.values().stream().allMatch(Subscribe::isJson);
        }

        /** Without the session: who knows it speaks for the client. */
        @Override
        public String toString() {
            return "Connect[client=" + client + "]";
        }
    }

    /**
     * Subscribed.
     *
     * @param expires whether the client must refresh the subscription
     * @param ttl seconds until it expires; above 0 if it does
     * @param positioned whether the server watches the position; always when recoverable
     * @param recoverable whether the client may recover later
     * @param position where the client stands before {@code publications}; zero without a position
     * @param publications what it missed, in ascending order
     * @param recovered whether nothing is missing
     * @param wasRecovering whether the client had asked to recover
     * @param delta whether publications may come as differences
     */
    record Subscribe(
            boolean expires,
            int ttl,
            boolean positioned,
            boolean recoverable,
            StreamPosition position,
            List<Publication> publications,
            boolean recovered,
            boolean wasRecovering,
            Optional<Payload> data,
            boolean delta)
            implements Result {
        @Override
        public boolean isJson() {
            return (data.isEmpty() || data.get().isJson())
                    && publications.stream().allMatch(Publication::isJson);
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

    /**
     * What a channel keeps.
     *
     * @param publications never deltas
     * @param top the position of the newest publication ever, kept or not; always written
     */
    record History(List<Publication> publications, StreamPosition top) implements Result {
        @Override
        public boolean isJson() {
            return publications.stream().allMatch(Publication::isJson);
        }
    }

    /** What a remote call answered. */
    record Rpc(Optional<Payload> data) implements Result {
        @Override
        public boolean isJson() {
            return data.isEmpty() || data.get().isJson();
        }
    }

    /** A subscription lives on. */
    record SubRefresh(boolean expires, int ttl) implements Result {}
}
