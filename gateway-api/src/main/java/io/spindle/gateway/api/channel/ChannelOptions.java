package io.spindle.gateway.api.channel;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How a channel behaves, as its policy says; part of every decision that allows something.
 *
 * @param delivery what becomes of publications
 * @param workerPool the pool whose workers own the channel; of no meaning with {@link Delivery#NONE}
 * @param presence whether the channel keeps a list of who is subscribed
 * @param joinLeave whether coming and going is told: to subscribers as join and leave pushes, and, unless delivery is
 *     {@link Delivery#NONE}, to the worker
 * @param forcePushJoinLeave whether every subscriber gets join and leave pushes; else those that ask for them and may see
 *     presence
 */
public record ChannelOptions(
        Delivery delivery, String workerPool, boolean presence, boolean joinLeave, boolean forcePushJoinLeave) {
    // First: the constants below are checked against it.
    private static final Pattern POOL = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** The pool of channels that name none. */
    public static final String DEFAULT_POOL = "default";

    /** Broadcast only: no worker, no presence, no join and leave. */
    public static final ChannelOptions BROADCAST = new ChannelOptions(Delivery.NONE, DEFAULT_POOL, false, false, false);

    public ChannelOptions {
        Objects.requireNonNull(delivery, "delivery");
        if (!POOL.matcher(workerPool).matches()) {
            throw new IllegalArgumentException(
                    "workerPool: \"" + workerPool + "\" (expected: 1 to 64 of A-Z a-z 0-9 . _ -)");
        }
    }

    public ChannelOptions withDelivery(Delivery delivery) {
        return new ChannelOptions(delivery, workerPool, presence, joinLeave, forcePushJoinLeave);
    }

    public ChannelOptions withWorkerPool(String workerPool) {
        return new ChannelOptions(delivery, workerPool, presence, joinLeave, forcePushJoinLeave);
    }

    public ChannelOptions withPresence(boolean presence) {
        return new ChannelOptions(delivery, workerPool, presence, joinLeave, forcePushJoinLeave);
    }

    /** Join and leave told, and pushed to every subscriber. */
    public ChannelOptions withJoinLeave(boolean joinLeave) {
        return new ChannelOptions(delivery, workerPool, presence, joinLeave, joinLeave);
    }
}
