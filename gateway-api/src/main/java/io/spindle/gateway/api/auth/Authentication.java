package io.spindle.gateway.api.auth;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.Refresh;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The answer of an {@link Authenticator}. */
public sealed interface Authentication {
    /**
     * The client is who it says. Made by {@link #user} and the {@code with} methods.
     *
     * @param userId the user; empty for an anonymous client
     * @param userName a verified name to show; when absent the client's own word is used, and marked as such
     * @param info {@code conn_info}: what other clients are told about this one
     * @param expiresAt when the connection ends unless it is refreshed; absent: never
     * @param refresh who refreshes it
     * @param data custom data for the connect reply
     * @param subscriptions what the server subscribes the client to, by channel; at a refresh, what it should be
     *     subscribed to now
     * @param meta notes about the connection for policies; never told to clients
     */
    record Accepted(
            String userId,
            Optional<String> userName,
            Optional<Payload> info,
            Optional<Instant> expiresAt,
            Refresh refresh,
            Optional<Payload> data,
            Map<String, ServerSubscription> subscriptions,
            Optional<Payload> meta)
            implements Authentication {
        public Accepted {
            Objects.requireNonNull(userId, "userId");
            Objects.requireNonNull(userName, "userName");
            Objects.requireNonNull(info, "info");
            Objects.requireNonNull(expiresAt, "expiresAt");
            Objects.requireNonNull(refresh, "refresh");
            Objects.requireNonNull(data, "data");
            subscriptions = Map.copyOf(subscriptions);
            Objects.requireNonNull(meta, "meta");
        }

        /** A user without anything else. */
        public static Accepted user(String userId) {
            return new Accepted(
                    userId,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Refresh.BY_CLIENT,
                    Optional.empty(),
                    Map.of(),
                    Optional.empty());
        }

        public Accepted withUserName(Optional<String> name) {
            return new Accepted(userId, name, info, expiresAt, refresh, data, subscriptions, meta);
        }

        public Accepted withInfo(Optional<Payload> info) {
            return new Accepted(userId, userName, info, expiresAt, refresh, data, subscriptions, meta);
        }

        public Accepted withExpiry(Optional<Instant> at, Refresh refresh) {
            return new Accepted(userId, userName, info, at, refresh, data, subscriptions, meta);
        }

        public Accepted withData(Optional<Payload> data) {
            return new Accepted(userId, userName, info, expiresAt, refresh, data, subscriptions, meta);
        }

        public Accepted withSubscriptions(Map<String, ServerSubscription> subscriptions) {
            return new Accepted(userId, userName, info, expiresAt, refresh, data, subscriptions, meta);
        }

        public Accepted withMeta(Optional<Payload> meta) {
            return new Accepted(userId, userName, info, expiresAt, refresh, data, subscriptions, meta);
        }
    }

    /**
     * An error reply. The connection can't be used afterwards; SDKs decide by the code whether they come back (109: with
     * a new token; temporary ones: later).
     */
    record Refused(ErrorCode error) implements Authentication {
        public Refused {
            Objects.requireNonNull(error, "error");
        }
    }

    /** The connection is closed with a code and no reply. */
    record Disconnected(Disconnect disconnect) implements Authentication {
        public Disconnected {
            Objects.requireNonNull(disconnect, "disconnect");
        }
    }
}
