package io.spindle.gateway.session;

import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.auth.ServerSubscription;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.channel.RecoveryMode;
import io.spindle.gateway.api.channel.RecoveryOptions;
import io.spindle.gateway.api.channel.SubscribeTerms;
import io.spindle.gateway.filter.TagsFilter;
import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.StreamPosition;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription is to be: wishes and grants put together.
 *
 * @param options the channel's
 * @param origin who makes it
 * @param positioned whether the position is watched; always when recoverable
 * @param recoverable whether the client may recover
 * @param recover from where it asks for what it missed, if it does
 * @param rejectUnrecovered whether it wants no subscription if something is lost
 * @param delta whether publications may come as differences
 * @param filter which publications it wants; absent for all
 */
record SubscribeRequest(
        String channel,
        ChannelOptions options,
        SubscribeTerms terms,
        Origin origin,
        boolean pushJoinLeave,
        boolean positioned,
        boolean recoverable,
        Optional<StreamPosition> recover,
        boolean rejectUnrecovered,
        boolean delta,
        Optional<TagsFilter> filter) {
    /** Who makes a subscription. */
    enum Origin {
        /** The client, by its subscribe command. */
        CLIENT,
        /** The server, because the connection's token says so: a new token has to say so again. */
        TOKEN,
        /** The server, for other reasons. */
        SERVER
    }

    private static final long REJECT_UNRECOVERED = 2;
    private static final String FOSSIL = "fossil";

    /** A client's own subscription. */
    static SubscribeRequest of(Command.Subscribe command, Decision.Allow allow, Optional<TagsFilter> filter) {
        ChannelOptions options = allow.options();
        RecoveryOptions recovery = options.recovery();
        boolean recoverable = recovery.recoverable().to(command.recoverable());
        return new SubscribeRequest(
                command.channel(),
                options,
                allow.subscribe(),
                Origin.CLIENT,
                options.joinLeave() && options.pushJoinLeave().to(command.joinLeave()),
                recoverable || recovery.positioned().to(command.positioned()),
                recoverable,
                command.recover(),
                (command.flag() & REJECT_UNRECOVERED) != 0,
                // A difference to a publication that was filtered out could not be applied.
                options.delta().fossil() && command.delta().equals(FOSSIL) && filter.isEmpty(),
                filter);
    }

    /**
     * A subscription that the server makes.
     *
     * @param options the channel's, with what the subscription has differently
     * @param resume what the client remembers of it
     */
    static SubscribeRequest of(
            String channel,
            ChannelOptions options,
            ServerSubscription subscription,
            Optional<Command.Resume> resume,
            Optional<Instant> expiresAt) {
        RecoveryOptions recovery = options.recovery();
        boolean recoverable = recovery.recoverable().to(false);
        return new SubscribeRequest(
                channel,
                options,
                new SubscribeTerms(subscription.channelInfo(), subscription.data(), expiresAt, Refresh.BY_CLIENT),
                subscription.renewed() ? Origin.TOKEN : Origin.SERVER,
                options.joinLeave() && options.pushJoinLeave().to(false),
                recoverable || recovery.positioned().to(false),
                recoverable,
                resume.flatMap(Command.Resume::recover),
                false,
                options.delta().fossil()
                        && resume.map(Command.Resume::delta).orElse("").equals(FOSSIL),
                Optional.empty());
    }

    boolean isServerSide() {
        return origin != Origin.CLIENT;
    }

    /** From where missed publications are asked for, by the client or by the channel's options. */
    Optional<StreamPosition> recovering() {
        boolean always = recoverable
                && options.recovery().mode() == RecoveryMode.CACHE
                && options.recovery().cacheAlways();
        return recover.isPresent() || !always ? recover : Optional.of(StreamPosition.ZERO);
    }

    /** What the subscription needs to follow its stream; none if it gets everything as it is. */
    @Nullable StreamCursor cursor() {
        return positioned || delta || filter.isPresent()
                ? new StreamCursor(positioned, delta, filter.orElse(null))
                : null;
    }
}
