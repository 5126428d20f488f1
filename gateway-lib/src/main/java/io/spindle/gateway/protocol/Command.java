package io.spindle.gateway.protocol;

import io.spindle.gateway.api.Payload;
import java.util.Map;
import java.util.Optional;

/**
 * A command of a client. If a command carries several requests, the first of this list counts: connect, subscribe,
 * unsubscribe, publish, presence, presence_stats, history, rpc, send, refresh, sub_refresh.
 *
 * <p>Absent fields hold their zero value; {@code id} is an unsigned 32-bit number.
 *
 * @see <a href="https://github.com/centrifugal/protocol/blob/master/definitions/client.proto">The protocol's schema</a>
 */
public sealed interface Command {
    /** Echoed in the reply; 0 if absent. */
    int id();

    /**
     * Connect.
     *
     * @param subs what the client remembers of its server-side subscriptions, or wishes, by channel
     * @param headers by the name that the client gave them
     */
    record Connect(
            int id,
            String token,
            Optional<Payload> data,
            Map<String, Resume> subs,
            String name,
            String version,
            Map<String, String> headers)
            implements Command {
        /** Without the token: it does not belong into logs. */
        @Override
        public String toString() {
            return "Connect[id=" + id + ", name=" + name + "]";
        }
    }

    /**
     * A server-side subscription that a client had before.
     *
     * @param recover from where the client asks for what it missed, if it does
     * @param delta the wanted delta type, empty for none
     */
    record Resume(Optional<StreamPosition> recover, String delta) {}

    /**
     * Subscribe.
     *
     * @param recover from where the client asks for what it missed, if it does
     * @param positioned the wish that the server watches the position
     * @param recoverable the wish to be able to recover
     * @param joinLeave the wish to get join and leave pushes
     * @param delta the wanted delta type, empty for none
     * @param filter the tags filter, if there is one
     * @param flag bit 0: channel compaction offered; bit 1: reject when unrecoverable
     * @param type 0 stream, 1 to 3 map, 4 shared poll
     */
    record Subscribe(
            int id,
            String channel,
            String token,
            Optional<Payload> data,
            Optional<StreamPosition> recover,
            boolean positioned,
            boolean recoverable,
            boolean joinLeave,
            String delta,
            Optional<FilterNode> filter,
            long flag,
            int type)
            implements Command {
        /** Without the token: it does not belong into logs. */
        @Override
        public String toString() {
            return "Subscribe[id=" + id + "]";
        }
    }

    record Unsubscribe(int id, String channel) implements Command {}

    /**
     * Publish.
     *
     * @param data may be empty; JSON if it is one valid JSON value, whatever the connection's encoding
     * @param type 0 stream, 1 map
     */
    record Publish(int id, String channel, Payload data, int type) implements Command {}

    record Presence(int id, String channel) implements Command {}

    record PresenceStats(int id, String channel) implements Command {}

    /**
     * Read the history.
     *
     * @param limit how many publications at most; 0 for none, negative for all
     * @param since from where; absent for the oldest, or the newest in reverse
     * @param reverse whether from newer to older ones
     */
    record History(int id, String channel, int limit, Optional<StreamPosition> since, boolean reverse)
            implements Command {}

    record Rpc(int id, String method, Payload data) implements Command {}

    record Send(int id, Payload data) implements Command {}

    record Refresh(int id, String token) implements Command {
        /** Without the token: it does not belong into logs. */
        @Override
        public String toString() {
            return "Refresh[id=" + id + "]";
        }
    }

    record SubRefresh(int id, String channel, String token, int type) implements Command {
        /** Without the token: it does not belong into logs. */
        @Override
        public String toString() {
            return "SubRefresh[id=" + id + "]";
        }
    }

    /** A command without a known request: a pong if its id is 0, else a violation (also the unusable {@code ping}). */
    record Empty(int id) implements Command {}
}
