package io.spindle.gateway.hub;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A serial queue of fan-outs with a thread of its own. Each channel belongs to one lane, so its pushes keep their order;
 * a channel of many subscribers is served a slice at a time, so that small ones come through between.
 *
 * <p>A push to few subscribers, with nothing of its channel before it, is handed over by whoever brings it: filling a few
 * queues costs less than waking a thread, and the publisher's reply, which follows, goes out in the same frame.
 *
 * <p>Everything here, and what waits in its channels, is guarded by this object's monitor.
 */
final class Lane implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Lane.class);

    /** Subscribers that are handed a push at once. */
    private static final int FEW = 16;

    private final LaneRoom room;
    private final ArrayDeque<ChannelSubscribers> due = new ArrayDeque<>();
    private boolean idle;
    private boolean closed;

    Lane(LaneRoom room) {
        this.room = room;
    }

    /** Takes a push for a channel of this lane: hands it over, or queues it. */
    void offer(ChannelSubscribers channel, SharedPush push) {
        Subscriber[] few = channel.ifAtMost(FEW);
        synchronized (this) {
            if (few == null || channel.busy) {
                enqueue(channel, Fanout.toAll(push));
                return;
            }
            channel.busy = true;
        }
        int taken = 0;
        while (taken < few.length && deliver(few[taken], push, false)) {
            taken++;
        }
        synchronized (this) {
            if (taken < few.length) {
                room.taken(push.weight());
                channel.waiting().addFirst(new Fanout(push, Arrays.copyOfRange(few, taken, few.length)));
            }
            release(channel);
        }
    }

    private void enqueue(ChannelSubscribers channel, Fanout fanout) {
        room.taken(fanout.push().weight());
        channel.waiting().add(fanout);
        if (!channel.busy) {
            channel.busy = true;
            makeDue(channel);
        }
    }

    private void makeDue(ChannelSubscribers channel) {
        due.add(channel);
        if (idle) {
            idle = false;
            notifyAll();
        }
    }

    /** Whoever served the channel is done with it for now. */
    private void release(ChannelSubscribers channel) {
        if (channel.hasWaiting()) {
            makeDue(channel);
        } else {
            channel.busy = false;
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
        Fanout fanout;
        int index;
        synchronized (this) {
            fanout = channel.waiting().element();
            index = channel.slicesDone;
        }
        Subscriber[] slice = fanout.rest() == null ? channel.slice(index) : fanout.rest();
        if (slice != null) {
            for (Subscriber subscriber : slice) {
                deliver(subscriber, fanout.push(), true);
            }
        }
        boolean done = fanout.rest() != null || slice == null || channel.slice(index + 1) == null;
        synchronized (this) {
            channel.slicesDone = done ? 0 : index + 1;
            if (done) {
                channel.dropFirst();
            }
            release(channel);
        }
        if (done) {
            room.released(fanout.push().weight());
        }
    }

    private static boolean deliver(Subscriber subscriber, SharedPush push, boolean mayWait) {
        try {
            return subscriber.deliver(push, mayWait);
        } catch (RuntimeException e) {
            // One subscriber's fault must not end the lane for all others.
            log.error("Delivery to a subscriber failed", e);
            return true;
        }
    }

    /** Ends the thread once everything that waits is delivered. */
    synchronized void close() {
        closed = true;
        idle = false;
        notifyAll();
    }
}
