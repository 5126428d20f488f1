package io.spindle.gateway.api.channel;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import java.util.Objects;
import java.util.Optional;

/** The answer of a {@link ChannelPolicy}. */
public sealed interface Decision {
    /**
     * The action is allowed.
     *
     * @param options how the channel behaves
     * @param channelInfo {@code chan_info} of the client in this channel, told to other clients; used when subscribing
     * @param data custom data for the subscribe reply; used when subscribing
     */
    record Allow(ChannelOptions options, Optional<Payload> channelInfo, Optional<Payload> data) implements Decision {
        public Allow {
            Objects.requireNonNull(options, "options");
            Objects.requireNonNull(channelInfo, "channelInfo");
            Objects.requireNonNull(data, "data");
        }
    }

    /**
     * The action is refused.
     *
     * @param error what the client is told
     * @param reason a short word for the metric, such as {@code permission_denied}; those that the gateway does not know
     *     are counted as {@code custom}
     * @param explanation for the log at debug level only; may be empty
     */
    record Deny(ErrorCode error, String reason, String explanation) implements Decision {
        public Deny {
            Objects.requireNonNull(error, "error");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(explanation, "explanation");
        }
    }

    static Decision allow(ChannelOptions options) {
        return new Allow(options, Optional.empty(), Optional.empty());
    }

    static Decision deny(ErrorCode error, String reason, String explanation) {
        return new Deny(error, reason, explanation);
    }

    /** Refused with 103. */
    static Decision permissionDenied(String explanation) {
        return new Deny(ErrorCode.PERMISSION_DENIED, "permission_denied", explanation);
    }
}
