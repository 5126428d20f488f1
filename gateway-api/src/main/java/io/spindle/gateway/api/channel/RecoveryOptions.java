package io.spindle.gateway.api.channel;

import java.util.Objects;

/**
 * What subscribers of a channel with history may expect after they were away, or missed something.
 *
 * @param positioned whether the gateway watches each subscriber's position and tells it when something was missed
 * @param recoverable whether subscribers recover what they missed; includes being positioned
 * @param mode what recovering gives
 * @param cacheAlways in {@link RecoveryMode#CACHE}, whether each subscribing gives the latest publication, asked or not
 */
public record RecoveryOptions(Grant positioned, Grant recoverable, RecoveryMode mode, boolean cacheAlways) {
    /** Neither. */
    public static final RecoveryOptions NONE =
            new RecoveryOptions(Grant.NEVER, Grant.NEVER, RecoveryMode.STREAM, false);

    /** Every subscriber recovers what it missed. */
    public static final RecoveryOptions ALWAYS =
            new RecoveryOptions(Grant.NEVER, Grant.ALWAYS, RecoveryMode.STREAM, false);

    public RecoveryOptions {
        Objects.requireNonNull(positioned, "positioned");
        Objects.requireNonNull(recoverable, "recoverable");
        Objects.requireNonNull(mode, "mode");
    }

    public RecoveryOptions withMode(RecoveryMode mode) {
        return new RecoveryOptions(positioned, recoverable, mode, cacheAlways);
    }
}
