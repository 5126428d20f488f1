package io.spindle.gateway.policy.namespace;

import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.Delivery;
import java.util.Objects;

/**
 * What workers have to do with a namespace's channels.
 *
 * @param delivery whether publications go to the channel's worker first
 * @param pool whose workers own the channels
 */
public record WorkerRules(Delivery delivery, String pool) {
    /** Nothing. */
    public static final WorkerRules NONE = new WorkerRules(Delivery.NONE, ChannelOptions.DEFAULT_POOL);

    public WorkerRules {
        Objects.requireNonNull(delivery, "delivery");
        Objects.requireNonNull(pool, "pool");
    }
}
