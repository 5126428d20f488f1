package io.spindle.gateway.policy.namespace;

import io.spindle.gateway.api.channel.RecoveryMode;
import java.util.Objects;

/**
 * What subscribers of a namespace's channels may expect after they were away. Whoever may read history may ask for
 * positioning and recovery without being allowed to here.
 *
 * @param forcePositioning every subscription is positioned
 * @param allowPositioning those that ask are positioned
 * @param forceRecovery every subscription is recoverable
 * @param allowRecovery those that ask are recoverable
 * @param mode of every recovery, forced or not
 * @param autoCacheRecover in {@link RecoveryMode#CACHE}, each subscribing gives the latest publication, asked or not
 */
public record RecoveryRules(
        boolean forcePositioning,
        boolean allowPositioning,
        boolean forceRecovery,
        boolean allowRecovery,
        RecoveryMode mode,
        boolean autoCacheRecover) {
    /** Nothing forced, nothing allowed. */
    public static final RecoveryRules NONE = new RecoveryRules(false, false, false, false, RecoveryMode.STREAM, false);

    public RecoveryRules {
        Objects.requireNonNull(mode, "mode");
    }
}
