package io.spindle.gateway.api.channel;

import java.util.Objects;
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

    public ChannelOptions withWorkerPool(String workerPool) {
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

    public ChannelOptions withPresence(boolean presence) {
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

    /** Join and leave told, and pushed to every subscriber; or neither. */
    public ChannelOptions withJoinLeave(boolean joinLeave) {
        return withJoinLeave(joinLeave, joinLeave ? Grant.ALWAYS : Grant.NEVER);
    }

    /** Whether join and leave are told, and which subscribers get them pushed. */
    public ChannelOptions withJoinLeave(boolean joinLeave, Grant pushed) {
        return new ChannelOptions(
                delivery, workerPool, presence, joinLeave, pushed, history, recovery, delta, tagsFilter, dataFormat);
    }

    public ChannelOptions withHistory(HistoryOptions history) {
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

    public ChannelOptions withRecovery(RecoveryOptions recovery) {
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

    public ChannelOptions withDelta(DeltaOptions delta) {
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

    public ChannelOptions withTagsFilter(boolean tagsFilter) {
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

    public ChannelOptions withDataFormat(DataFormat dataFormat) {
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
