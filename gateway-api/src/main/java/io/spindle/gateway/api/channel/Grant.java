package io.spindle.gateway.api.channel;

/** Whether subscribers get a feature of a channel for which clients can ask. A wish that is not granted is ignored. */
public enum Grant {
    /** Nobody gets it. */
    NEVER,
    /** Those who ask for it get it. */
    IF_ASKED,
    /** Everybody gets it, asked or not. */
    ALWAYS;

    /** @param asked whether the client asked */
    public boolean to(boolean asked) {
        return this == ALWAYS || (this == IF_ASKED && asked);
    }
}
