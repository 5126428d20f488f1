package io.spindle.gateway.api.auth;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** The answer of an {@link Authenticator}. */
public sealed interface Authentication {
    /**
     * The client is who it says.
     *
     * @param userId the user; empty for an anonymous client
     * @param userName a verified name to show; when absent the client's own word is used, and marked as such
     * @param info {@code conn_info}: what other clients are told about this one
     * @param expiresAt when the connection ends unless the client refreshes it; absent: never
     * @param data custom data for the connect reply
     */
    record Accepted(
            String userId,
            Optional<String> userName,
            Optional<Payload> info,
            Optional<Instant> expiresAt,
            Optional<Payload> data)
            implements Authentication {
        public Accepted {
            Objects.requireNonNull(userId, "userId");
            Objects.requireNonNull(userName, "userName");
            Objects.requireNonNull(info, "info");
            Objects.requireNonNull(expiresAt, "expiresAt");
            Objects.requireNonNull(data, "data");
        }

        /** A user without anything else. */
        public static Accepted user(String userId) {
            return new Accepted(userId, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
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
