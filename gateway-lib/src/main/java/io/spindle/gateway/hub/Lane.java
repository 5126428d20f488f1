package io.spindle.gateway.hub;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A serial queue of fan-outs with a thread of its own. Each channel belongs to one lane, so its pushes keep their order;
 * a channel of many subscribers is served a slice at a time, so that small ones come through between.
 *
 * <p>Everything here, and the waiting pushes of its channels, is guarded by this object's monitor.
 */
final class Lane implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Lane.class);

    private final LaneRoom room;
    private final ArrayDeque<ChannelSubscribers> due = new ArrayDeque<>();
    private boolean idle;
    private boolean closed;

    Lane(LaneRoom room) {
        this.room = room;
    }

    /** Queues a push for a channel of this lane. */
    void offer(ChannelSubscribers channel, SharedPush push) {
        room.taken(push.weight());
        synchronized (this) {
            ArrayDeque<SharedPush> waiting = channel.waiting;
            if (waiting == null) {
                waiting = new ArrayDeque<>(4);
                channel.waiting = waiting;
                due.add(channel);
            }
            waiting.add(push);
            if (idle) {
                idle = false;
                notifyAll();
            }
        }
    }

    @Override
    public void run() {
        ChannelSubscribers channel = take();
        while (channel != null) {
            serve(channel);
            channel = take();
        }
    }

    private synchronized @Nullable ChannelSubscribers take() {
        while (due.isEmpty()) {
            if (closed) {
                return null;
            }
            idle = true;
            try {
                wait();
            } catch (InterruptedException e) {
                // Only close() ends a lane: whoever interrupts it otherwise would stop the channels of others.
                log.warn("Interrupt of a fan-out lane ignored");
            }
        }
        return due.poll();
    }

    private void serve(ChannelSubscribers channel) {
        SharedPush push;
        int index;
        synchronized (this) {
            ArrayDeque<SharedPush> waiting = channel.waiting;
            if (waiting == null || waiting.isEmpty()) {
                return;
            }
            push = waiting.peek();
            index = channel.slicesDone;
        }
        Subscriber[] slice = channel.slice(index);
        if (slice != null) {
            for (Subscriber subscriber : slice) {
                deliver(subscriber, push);
            }
        }
        boolean done = slice == null || channel.slice(index + 1) == null;
        synchronized (this) {
            settle(channel, done);
        }
        if (done) {
            room.released(push.weight());
        }
    }

    private void settle(ChannelSubscribers channel, boolean pushDone) {
        ArrayDeque<SharedPush> waiting = channel.waiting;
        if (waiting == null) {
            return;
        }
        if (pushDone) {
            channel.slicesDone = 0;
            waiting.poll();
        } else {
            channel.slicesDone++;
        }
        if (waiting.isEmpty()) {
            channel.waiting = null;
        } else {
            due.add(channel);
        }
    }

    private static void deliver(Subscriber subscriber, SharedPush push) {
        try {
            subscriber.deliver(push);
        } catch (RuntimeException e) {
            // One subscriber's fault must not end the lane for all others.
            log.error("Delivery to a subscriber failed", e);
        }
    }

    /** Ends the thread once everything that waits is delivered. */
    synchronized void close() {
        closed = true;
        idle = false;
        notifyAll();
    }
}
