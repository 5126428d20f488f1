package io.spindle.gateway.api.auth;

import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.Grant;
import io.spindle.gateway.api.channel.RecoveryOptions;
import java.util.Objects;
import java.util.Optional;

/**
 * What one subscription has differently from its channel's options: {@code override} of tokens, of the server API and of
 * proxies. What is absent stays as it is.
 *
 * @param presence {@code presence}
 * @param joinLeave {@code join_leave}
 * @param forcePushJoinLeave {@code force_push_join_leave}
 * @param forceRecovery {@code force_recovery}
 * @param forcePositioning {@code force_positioning}
 */
public record Overrides(
        Optional<Boolean> presence,
        Optional<Boolean> joinLeave,
        Optional<Boolean> forcePushJoinLeave,
        Optional<Boolean> forceRecovery,
        Optional<Boolean> forcePositioning) {
    /** Everything as the channel has it. */
    public static final Overrides NONE =
            new Overrides(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Overrides {
        Objects.requireNonNull(presence, "presence");
        Objects.requireNonNull(joinLeave, "joinLeave");
        Objects.requireNonNull(forcePushJoinLeave, "forcePushJoinLeave");
        Objects.requireNonNull(forceRecovery, "forceRecovery");
        Objects.requireNonNull(forcePositioning, "forcePositioning");
    }

    /** The options of the subscription. */
    public ChannelOptions applyTo(ChannelOptions options) {
        if (equals(NONE)) {
            return options;
        }
        RecoveryOptions recovery = options.recovery();
        return options.withPresence(presence.orElse(options.presence()))
                .withJoinLeave(
                        joinLeave.orElse(options.joinLeave()), forced(forcePushJoinLeave, options.pushJoinLeave()))
                .withRecovery(new RecoveryOptions(
                        forced(forcePositioning, recovery.positioned()),
                        forced(forceRecovery, recovery.recoverable()),
                        recovery.mode(),
                        recovery.cacheAlways()));
    }

    /** No longer forced, it still is what may be asked for. */
    private static Grant forced(Optional<Boolean> force, Grant granted) {
        if (force.isEmpty()) {
            return granted;
        }
        return force.get() ? Grant.ALWAYS : granted == Grant.ALWAYS ? Grant.IF_ASKED : granted;
    }
}
