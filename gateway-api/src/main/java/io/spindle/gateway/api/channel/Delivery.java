package io.spindle.gateway.api.channel;

/** What becomes of the publications of a channel's clients. */
public enum Delivery {
    /** No worker has a part in the channel: a publication is broadcast, nothing is routed. */
    NONE,
    /** The event is appended to the stream of the channel's worker; once that is durable it is broadcast too. */
    RELAY
}
