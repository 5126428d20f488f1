package io.spindle.gateway.api.routing;

import io.spindle.gateway.api.Refusal;

/** The answer of a {@link Router}. */
public sealed interface Routing {
    /** The worker that owns the channel. */
    record Found(String workerId) implements Routing {}

    /** There is no worker to name. */
    record Unroutable(Refusal refusal) implements Routing {}
}
