package io.spindle.gateway.api.channel;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import java.util.Objects;

/** The answer of a {@link ChannelPolicy}. */
public sealed interface Decision {
    /**
     * The action is allowed.
     *
     * @param options how the channel behaves
     * @param subscribe the terms of subscribing; used when subscribing, and when a subscription is refreshed
     * @param publish the terms of publishing; used when publishing
     */
    record Allow(ChannelOptions options, SubscribeTerms subscribe, PublishTerms publish) implements Decision {
        public Allow {
            Objects.requireNonNull(options, "options");
            Objects.requireNonNull(subscribe, "subscribe");
            Objects.requireNonNull(publish, "publish");
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

    /**
     * The action is refused, and the connection ends with it.
     *
     * @param disconnect what the client is told
     * @param reason as in {@link Deny}
     * @param explanation as in {@link Deny}
     */
    record Close(Disconnect disconnect, String reason, String explanation) implements Decision {
        public Close {
            Objects.requireNonNull(disconnect, "disconnect");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(explanation, "explanation");
        }
    }

    static Decision allow(ChannelOptions options) {
        return new Allow(options, SubscribeTerms.PLAIN, PublishTerms.PLAIN);
    }

    /** Subscribing is allowed, on these terms. */
    static Decision allow(ChannelOptions options, SubscribeTerms terms) {
        return new Allow(options, terms, PublishTerms.PLAIN);
    }

    /** Publishing is allowed, on these terms. */
    static Decision allow(ChannelOptions options, PublishTerms terms) {
        return new Allow(options, SubscribeTerms.PLAIN, terms);
    }

    static Decision deny(ErrorCode error, String reason, String explanation) {
        return new Deny(error, reason, explanation);
    }

    /** Refused with 103. */
    static Decision permissionDenied(String explanation) {
        return new Deny(ErrorCode.PERMISSION_DENIED, "permission_denied", explanation);
    }

    /** Refused with 108: the channel does not have that. */
    static Decision notAvailable(String explanation) {
        return new Deny(ErrorCode.NOT_AVAILABLE, "not_available", explanation);
    }

    static Decision close(Disconnect disconnect, String reason, String explanation) {
        return new Close(disconnect, reason, explanation);
    }
}
