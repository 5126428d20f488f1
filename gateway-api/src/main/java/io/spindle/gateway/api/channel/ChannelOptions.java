package io.spindle.gateway.api.channel;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * How a channel behaves, as its policy says; part of every decision that allows something. Made from {@link #BROADCAST}
 * by the {@code with} methods.
 *
 * @param delivery what becomes of publications
 * @param workerPool the pool whose workers own the channel; of no meaning with {@link Delivery#NONE}
 * @param presence whether the channel keeps a list of who is subscribed
 * @param joinLeave whether coming and going is told: to subscribers as join and leave pushes, and, unless delivery is
 *     {@link Delivery#NONE}, to the worker
 * @param pushJoinLeave which subscribers get join and leave pushes
 * @param history what is kept of publications
 * @param recovery what subscribers may expect of history
 * @param delta whether publications may go out as differences
 * @param tagsFilter whether subscribers may choose publications by their tags
 * @param dataFormat what the server may publish; what clients publish is judged by the policy
 */
public record ChannelOptions(
        Delivery delivery,
        String workerPool,
        boolean presence,
        boolean joinLeave,
        Grant pushJoinLeave,
        HistoryOptions history,
        RecoveryOptions recovery,
        DeltaOptions delta,
        boolean tagsFilter,
        DataFormat dataFormat) {
    // First: the constants below are checked against it.
    private static final Pattern POOL = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** The pool of channels that name none. */
    public static final String DEFAULT_POOL = "default";

    /** Broadcast only: no worker, no presence, no join and leave, no history. */
    public static final ChannelOptions BROADCAST = new ChannelOptions(
            Delivery.NONE,
            DEFAULT_POOL,
            false,
            false,
            Grant.NEVER,
            HistoryOptions.NONE,
            RecoveryOptions.NONE,
            DeltaOptions.NONE,
            false,
            DataFormat.NOT_EMPTY);

    public ChannelOptions {
        Objects.requireNonNull(delivery, "delivery");
        Objects.requireNonNull(pushJoinLeave, "pushJoinLeave");
        Objects.requireNonNull(history, "history");
        Objects.requireNonNull(recovery, "recovery");
        Objects.requireNonNull(delta, "delta");
        Objects.requireNonNull(dataFormat, "dataFormat");
        if (!POOL.matcher(workerPool).matches()) {
            throw new IllegalArgumentException(
                    "workerPool: \"" + workerPool + "\" (expected: 1 to 64 of A-Z a-z 0-9 . _ -)");
        }
    }

    public ChannelOptions withDelivery(Delivery delivery) {
        return with(changed -> changed.delivery = delivery);
    }

    public ChannelOptions withWorkerPool(String workerPool) {
        return with(changed -> changed.workerPool = workerPool);
    }

    public ChannelOptions withPresence(boolean presence) {
        return with(changed -> changed.presence = presence);
    }

    /** Join and leave told, and pushed to every subscriber; or neither. */
    public ChannelOptions withJoinLeave(boolean joinLeave) {
        return withJoinLeave(joinLeave, joinLeave ? Grant.ALWAYS : Grant.NEVER);
    }

    /** Whether join and leave are told, and which subscribers get them pushed. */
    public ChannelOptions withJoinLeave(boolean joinLeave, Grant pushed) {
        return with(changed -> {
            changed.joinLeave = joinLeave;
            changed.pushJoinLeave = pushed;
        });
    }

    public ChannelOptions withHistory(HistoryOptions history) {
        return with(changed -> changed.history = history);
    }

    public ChannelOptions withRecovery(RecoveryOptions recovery) {
        return with(changed -> changed.recovery = recovery);
    }

    public ChannelOptions withDelta(DeltaOptions delta) {
        return with(changed -> changed.delta = delta);
    }

    public ChannelOptions withTagsFilter(boolean tagsFilter) {
        return with(changed -> changed.tagsFilter = tagsFilter);
    }

    public ChannelOptions withDataFormat(DataFormat dataFormat) {
        return with(changed -> changed.dataFormat = dataFormat);
    }

    private ChannelOptions with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.options();
    }

    /** The components while some of them change: the one place beside the record's head that has to know them all. */
    private static final class Draft {
        private Delivery delivery;
        private String workerPool;
        private boolean presence;
        private boolean joinLeave;
        private Grant pushJoinLeave;
        private HistoryOptions history;
        private RecoveryOptions recovery;
        private DeltaOptions delta;
        private boolean tagsFilter;
        private DataFormat dataFormat;

        Draft(ChannelOptions from) {
            this.delivery = from.delivery;
            this.workerPool = from.workerPool;
            this.presence = from.presence;
            this.joinLeave = from.joinLeave;
            this.pushJoinLeave = from.pushJoinLeave;
            this.history = from.history;
            this.recovery = from.recovery;
            this.delta = from.delta;
            this.tagsFilter = from.tagsFilter;
            this.dataFormat = from.dataFormat;
        }

        ChannelOptions options() {
            return new ChannelOptions(
                    delivery,
                    workerPool,
                    presence,
                    joinLeave,
                    pushJoinLeave,
                    history,
                    recovery,
                    delta,
                    tagsFilter,
                    dataFormat);
        }
    }
}
