package io.spindle.gateway.policy.namespace;

import com.google.re2j.Pattern;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.auth.Overrides;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.DataFormat;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.channel.Grant;
import io.spindle.gateway.api.channel.HistoryOptions;
import io.spindle.gateway.api.channel.RecoveryOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One namespace at work: its options with those of all namespaces filled in. Immutable. */
final class Namespace {
    private final NamespaceOptions options;
    private final Optional<Pattern> regex;
    private final DataFormat dataFormat;
    private final HistoryOptions history;
    // Made once: subscriptions without a token have one of these.
    private final ChannelOptions withoutWishes;
    private final List<ChannelOptions> byAccess;
    private final CompletionStage<Decision> allowed;

    /** Options that were found to make sense. */
    Namespace(NamespaceOptions options, Duration defaultMetaTtl, DataFormat defaultFormat) {
        this.options = options;
        this.regex = options.content().channelRegex().map(Pattern::compile);
        this.dataFormat = options.content().dataFormat().orElse(defaultFormat);
        this.history = options.history().isKept()
                ? new HistoryOptions(
                        options.history().size(),
                        options.history().ttl(),
                        options.history().metaTtl().orElse(defaultMetaTtl))
                : HistoryOptions.NONE;
        this.withoutWishes = channelOptions(Overrides.NONE, Wishes.NONE);
        this.byAccess = List.of(
                channelOptions(Overrides.NONE, wishes(false, false)),
                channelOptions(Overrides.NONE, wishes(true, false)),
                channelOptions(Overrides.NONE, wishes(false, true)),
                channelOptions(Overrides.NONE, wishes(true, true)));
        this.allowed = CompletableFuture.completedFuture(Decision.allow(withoutWishes));
    }

    NamespaceOptions options() {
        return options;
    }

    Permissions permissions() {
        return options.permissions();
    }

    boolean accepts(Payload data) {
        return dataFormat.accepts(data);
    }

    /**
     * Whether a channel of the namespace may be called so by clients.
     *
     * @param restStart where begins what a regex is to match
     */
    boolean permitsName(String channel, int restStart) {
        return regex.isPresent()
                ? regex.get().matcher(channel.substring(restStart)).find()
                : isAscii(channel);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** Of a subscription whose client can't wish for anything: what is forced, and nothing more. */
    ChannelOptions channelOptions() {
        return withoutWishes;
    }

    /** Allows what is no subscription. */
    CompletionStage<Decision> allowed() {
        return allowed;
    }

    /** Of a client's subscription. */
    ChannelOptions channelOptions(Overrides overrides, boolean presenceAccess, boolean historyAccess) {
        if (overrides.equals(Overrides.NONE)) {
            return byAccess.get((presenceAccess ? 1 : 0) + (historyAccess ? 2 : 0));
        }
        return channelOptions(overrides, wishes(presenceAccess, historyAccess));
    }

    private ChannelOptions channelOptions(Overrides overrides, Wishes wishes) {
        PresenceRules presence = options.presence();
        RecoveryRules recovery = options.recovery();
        return new ChannelOptions(
                options.workers().delivery(),
                options.workers().pool(),
                overrides.presence().orElse(presence.presence()),
                overrides.joinLeave().orElse(presence.joinLeave()),
                grant(overrides.forcePushJoinLeave().orElse(presence.forcePushJoinLeave()), wishes.joinLeave),
                history,
                new RecoveryOptions(
                        grant(overrides.forcePositioning().orElse(recovery.forcePositioning()), wishes.positioned),
                        grant(overrides.forceRecovery().orElse(recovery.forceRecovery()), wishes.recoverable),
                        recovery.mode(),
                        recovery.autoCacheRecover()),
                options.delta(),
                options.tagsFilter(),
                dataFormat);
    }

    private static Grant grant(boolean forced, boolean mayWish) {
        return forced ? Grant.ALWAYS : mayWish ? Grant.IF_ASKED : Grant.NEVER;
    }

    private Wishes wishes(boolean presenceAccess, boolean historyAccess) {
        RecoveryRules recovery = options.recovery();
        return new Wishes(
                options.presence().joinLeave() && presenceAccess,
                recovery.allowPositioning() || historyAccess,
                recovery.allowRecovery() || historyAccess);
    }

    /** What a client may wish for when it subscribes. */
    private record Wishes(boolean joinLeave, boolean positioned, boolean recoverable) {
        static final Wishes NONE = new Wishes(false, false, false);
    }
}
