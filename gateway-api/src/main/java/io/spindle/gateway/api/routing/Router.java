package io.spindle.gateway.api.routing;

import java.util.concurrent.CompletionStage;

/**
 * Names the worker that owns a channel. Sticky: while a worker is there, a channel stays with it.
 *
 * <p><b>Threading.</b> Called from many threads at once; must not block. A known route is answered with a completed
 * stage: the way of a message has no room for a round trip.
 *
 * <p><b>Errors.</b> A failed stage counts as {@link io.spindle.gateway.api.Refusal#REDIS_ERROR}.
 */
public interface Router extends AutoCloseable {
    /**
     * The worker of a channel.
     *
     * @param channel the channel
     * @param pool the pool to choose from if the channel has no route yet
     */
    CompletionStage<Routing> route(String channel, String pool);

    /**
     * The worker of a channel whose worker is over: replaces the route if it still names that worker.
     *
     * @param over the worker that the transport found to be over
     */
    CompletionStage<Routing> reroute(String channel, String pool, String over);

    /** Ends background work; routes asked for later are refused. */
    @Override
    void close();
}
