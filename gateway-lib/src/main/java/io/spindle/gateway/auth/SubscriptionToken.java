package io.spindle.gateway.auth;

import io.spindle.gateway.api.auth.ServerSubscription;
import io.spindle.gateway.api.client.ConnectedClient;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a subscription token turned out to be.
 *
 * @see SubscriptionTokens
 * @see <a href="https://centrifugal.dev/docs/server/channel_token_auth">Centrifugal subscription tokens</a>
 */
public sealed interface SubscriptionToken {
    /**
     * Signed by us, for us, and of this time. Whether it is for the client and the channel at hand, and whether there is
     * such a channel, is not checked yet.
     *
     * @param channel the channel that it is for; not empty
     * @param userId the user that it is for; empty: anonymous ones
     * @param clientId the one connection that it is for, if it says so
     * @param subscription what the client gets with it
     * @param expiresAt when the subscription ends; absent: never. It may lie in the past, which is error 110
     */
    record Valid(
            String channel,
            String userId,
            Optional<String> clientId,
            ServerSubscription subscription,
            Optional<Instant> expiresAt)
            implements SubscriptionToken {
        public Valid {
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(userId, "userId");
            Objects.requireNonNull(clientId, "clientId");
            Objects.requireNonNull(subscription, "subscription");
            Objects.requireNonNull(expiresAt, "expiresAt");
        }

        /** Whether it is this client's, and for this channel; else its bearer is to be disconnected (3500). */
        public boolean isFor(ConnectedClient client, String channel) {
            return this.channel.equals(channel)
                    && userId.equals(client.userId())
                    && clientId.map(client.clientId()::equals).orElse(true);
        }
    }

    /** Signed by us and for us, but over, or not begun yet: error 109 when subscribing, 3006 when refreshing. */
    record Expired() implements SubscriptionToken {}

    /**
     * Not to be believed: error 103 when subscribing, 3500 when refreshing.
     *
     * @param reason for the log at debug level; holds nothing of the token
     */
    record Invalid(String reason) implements SubscriptionToken {
        public Invalid {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
