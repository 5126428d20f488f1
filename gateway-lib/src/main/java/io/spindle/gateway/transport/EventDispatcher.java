package io.spindle.gateway.transport;

import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.routing.Router;
import io.spindle.gateway.api.transport.Appending;
import io.spindle.gateway.api.transport.Transport;
import io.spindle.gateway.metrics.ChannelMetrics;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes events of clients to the workers of their channels: asks the router, appends through the transport, asks again
 * when a worker is over. Events of one channel leave in the order in which they came, also while a route is looked up and
 * across a change of route.
 *
 * <p><b>Threading.</b> Any thread may call; nothing blocks. Outcomes are told on the transport's thread, on one of the
 * router's, on that of the given scheduler, or, when known at once, on the caller's.
 */
public final class EventDispatcher {
    /** Joins and leaves wait so long; nobody waits for them. */
    private static final long PRESENCE_DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(60);
    /** Waiting events are looked at so often, and answered up to so much early: never late. */
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Router router;
    private final Transport transport;
    private final ScheduledExecutorService scheduler;
    private final long maxWaitingBytes;
    private final PresenceLosses losses;
    private final ConcurrentHashMap<String, ChannelQueue> channels = new ConcurrentHashMap<>();
    private final Set<ChannelQueue> heldUp = ConcurrentHashMap.newKeySet();
    private final AtomicLong waitingBytes = new AtomicLong();
    private final AtomicBoolean ticking = new AtomicBoolean();

    /**
     * @param scheduler for deadlines and retries; short steps that never block
     * @param maxWaitingBytes data of events that wait for a route; at the bound they are refused as backlog_full
     */
    public EventDispatcher(
            Router router,
            Transport transport,
            ChannelMetrics metrics,
            ScheduledExecutorService scheduler,
            long maxWaitingBytes) {
        this.router = router;
        this.transport = transport;
        this.scheduler = scheduler;
        this.maxWaitingBytes = maxWaitingBytes;
        this.losses = new PresenceLosses(metrics);
    }

    /**
     * Takes an event to the worker of its channel.
     *
     * @param pool the pool to choose from if the channel has no route
     * @param deadlineNanos when the outcome is told at the latest, on the clock of {@link System#nanoTime()}
     * @return what became of it, never {@link Appending.WorkerOver}; never fails. After {@link Appending.Unknown} the
     *     publisher is told {@link Refusal#UNKNOWN_OUTCOME}, and the event is broadcast if it turns out to be appended
     */
    public CompletionStage<Appending> dispatch(ClientEvent event, String pool, long deadlineNanos) {
        Dispatch dispatch = new Dispatch(event, pool, deadlineNanos);
        String channel = event.channel();
        while (true) {
            ChannelQueue queue = channels.get(channel);
            if (queue == null) {
                queue = channels.computeIfAbsent(channel, name -> new ChannelQueue(name, this));
            }
            if (queue.accept(dispatch)) {
                return dispatch;
            }
        }
    }

    /** Takes a join or leave to the worker of its channel. Nobody waits for it; what is given up is counted. */
    public void dispatchPresence(ClientEvent event, String pool) {
        dispatch(event, pool, System.nanoTime() + PRESENCE_DEADLINE_NANOS).whenComplete(losses::told);
    }

    Router router() {
        return router;
    }

    Transport transport() {
        return transport;
    }

    void later(Runnable task, long delayMillis) {
        scheduler.schedule(task, delayMillis, TimeUnit.MILLISECONDS);
    }

    void forget(ChannelQueue queue) {
        channels.remove(queue.channel(), queue);
    }

    /** Whether there is room for one more event to wait. */
    boolean reserve(Dispatch dispatch) {
        if (waitingBytes.addAndGet(dispatch.size()) <= maxWaitingBytes) {
            return true;
        }
        release(dispatch);
        return false;
    }

    /** An event that came back waits again, whatever the bound: it was accepted. */
    void reserveReturned(Dispatch dispatch) {
        waitingBytes.addAndGet(dispatch.size());
    }

    void release(Dispatch dispatch) {
        waitingBytes.addAndGet(-dispatch.size());
    }

    /** The events that wait in this channel have deadlines. */
    void watch(ChannelQueue queue) {
        heldUp.add(queue);
        if (ticking.compareAndSet(false, true)) {
            scheduler.schedule(this::tick, TICK_NANOS, TimeUnit.NANOSECONDS);
        }
    }

    private void tick() {
        long horizon = System.nanoTime() + TICK_NANOS;
        // Of a copy: what is put back while iterating may come along again and again.
        for (ChannelQueue queue : List.copyOf(heldUp)) {
            // Taken out first, so that a channel that is held up anew meanwhile is not forgotten.
            heldUp.remove(queue);
            if (queue.expire(horizon)) {
                heldUp.add(queue);
            }
        }
        ticking.set(false);
        if (!heldUp.isEmpty() && ticking.compareAndSet(false, true)) {
            scheduler.schedule(this::tick, TICK_NANOS, TimeUnit.NANOSECONDS);
        }
    }
}
