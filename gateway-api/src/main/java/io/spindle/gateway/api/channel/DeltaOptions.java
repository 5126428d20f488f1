package io.spindle.gateway.api.channel;

/**
 * Whether publications go out as differences to the one before; needs history.
 *
 * @param fossil whether subscribers may ask for them in Fossil's format
 * @param publish whether every publication is made for it; else those that say so
 */
public record DeltaOptions(boolean fossil, boolean publish) {
    /** Full publications only. */
    public static final DeltaOptions NONE = new DeltaOptions(false, false);

    /** Differences for all subscribers that ask. */
    public static final DeltaOptions FOSSIL = new DeltaOptions(true, true);
}
