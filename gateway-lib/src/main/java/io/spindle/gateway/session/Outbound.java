package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.hub.SharedPush;
import io.spindle.gateway.protocol.StreamPosition;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be written to one client, bounded in bytes, and the state of its writing. An idle connection holds no
 * buffer.
 *
 * <p>Everything is guarded by this object's monitor; the connection and the flusher are called outside it. Messages are
 * taken by the connection's flusher only, so that what waits goes out in few frames.
 */
final class Outbound {
    private final ClientConnection connection;
    private final Framing framing;
    private final OutboundLimits limits;
    private final Flusher flusher;
    private final Listener listener;

    private final MessageRing messages = new MessageRing();
    private boolean due;
    private boolean writing;
    private boolean slow;
    private long writeStartedNanos;
    private @Nullable Disconnect closing;
    private boolean closed;

    /** What became of a push. */
    enum Pushed {
        /** Queued, kept, or not needed. */
        DONE,
        /** It has to be handed over again. */
        NOT_YET,
        /** Something before it was missed: the subscription is over. */
        GAP
    }

    /** Told, outside the monitor, what ends a connection from this side. */
    interface Listener {
        /** The client does not take what is written to it, or a write failed. */
        void onBroken(Disconnect cause);

        /** A write did not end at once: its timeout must be watched. */
        void onWritePending(long startedNanos);

        void onMessagesWritten(int count);
    }

    Outbound(ClientConnection connection, OutboundLimits limits, Flusher flusher, Listener listener) {
        this.connection = connection;
        this.framing = connection.framing();
        this.limits = limits;
        this.flusher = flusher;
        this.listener = listener;
    }

    /** Queues a reply, a ping or a push of the session's own; dropped if the connection is closing. */
    void send(byte[] message) {
        boolean wake = false;
        boolean tooSlow = false;
        synchronized (this) {
            if (!open()) {
                return;
            }
            if (full(message) && writing) {
                tooSlow = true;
            } else {
                // Before its turn to be written has come nobody is called slow; replies are bounded by the commands.
                wake = add(message);
            }
        }
        act(wake, tooSlow);
    }

    /**
     * Queues a push of a channel, as the subscription wants it.
     *
     * @param mayWait whether to wait, at most the write timeout, while the queue is full and the flusher has not come to
     *     it
     * @return what became of it; {@link Pushed#NOT_YET} if it would have had to wait, and may not: nothing is changed then
     */
    Pushed push(SharedPush push, Subscription subscription, boolean mayWait) {
        boolean wake = false;
        boolean tooSlow = false;
        synchronized (this) {
            if (!open()) {
                return Pushed.DONE;
            }
            Subscription.Admission admission = subscription.admission(push);
            if (admission == Subscription.Admission.QUEUE) {
                byte[] message = subscription.encoded(push);
                if (full(message) && !writing) {
                    if (!mayWait) {
                        return Pushed.NOT_YET;
                    }
                    awaitTurn(message);
                    if (!open() || subscription.admission(push) != Subscription.Admission.QUEUE) {
                        return Pushed.DONE;
                    }
                }
                tooSlow = full(message);
                wake = !tooSlow && add(message);
                subscription.advance(push);
            } else if (admission == Subscription.Admission.PASS) {
                subscription.advance(push);
            } else if (admission == Subscription.Admission.KEEP) {
                subscription.keep(push);
                tooSlow = subscription.earlyBytes() > limits.maxQueueBytes();
            } else if (admission == Subscription.Admission.GAP) {
                subscription.deactivate();
                return Pushed.GAP;
            }
        }
        act(wake, tooSlow);
        return Pushed.DONE;
    }

    /**
     * Queues the subscribe reply and, behind it, what was published meanwhile: nothing of a channel precedes it.
     *
     * @param reply what tells the client of the subscription; absent if that was queued before
     * @return {@link Pushed#GAP} if something is missing between the reply and what was published meanwhile
     */
    Pushed commit(Subscription subscription, Optional<byte[]> reply) {
        boolean wake = false;
        Pushed pushed = Pushed.DONE;
        synchronized (this) {
            if (!open()) {
                return Pushed.DONE;
            }
            wake = reply.isPresent() && add(reply.get());
            for (SharedPush push : subscription.activate()) {
                Subscription.Admission admission = subscription.admission(push);
                if (admission == Subscription.Admission.QUEUE) {
                    wake |= add(subscription.encoded(push));
                }
                if (admission == Subscription.Admission.QUEUE || admission == Subscription.Admission.PASS) {
                    subscription.advance(push);
                } else if (admission == Subscription.Admission.GAP) {
                    subscription.deactivate();
                    pushed = Pushed.GAP;
                    break;
                }
            }
        }
        act(wake, false);
        return pushed;
    }

    /** A subscription that is not committed yet begins at a position. */
    synchronized void begin(Subscription subscription, StreamPosition position, boolean clientHasBase) {
        StreamCursor cursor = subscription.cursor();
        if (cursor != null) {
            cursor.begin(position, clientHasBase, System.nanoTime());
        }
    }

    /** Where a subscription stands, if that was not known to be right for so long; absent else. */
    synchronized Optional<StreamPosition> positionUnchecked(Subscription subscription, long forNanos) {
        StreamCursor cursor = subscription.cursor();
        return cursor != null && cursor.isDue(System.nanoTime(), forNanos)
                ? Optional.of(cursor.position())
                : Optional.empty();
    }

    /**
     * Compares a subscription with the top of its stream, as it was read.
     *
     * @param before where the subscription stood before the read; if it has moved on since, that is proof enough
     * @return whether nothing was missed
     */
    synchronized boolean checked(Subscription subscription, StreamPosition before, StreamPosition top) {
        StreamCursor cursor = subscription.cursor();
        if (cursor == null || !cursor.position().equals(before)) {
            return true;
        }
        boolean right = before.equals(top);
        if (right) {
            cursor.checked(System.nanoTime());
        } else {
            subscription.deactivate();
        }
        return right;
    }

    /** Ends a subscription: nothing of it is queued from now on. */
    synchronized void end(Subscription subscription) {
        subscription.deactivate();
    }

    /** Closes the connection, after what is queued has been written; for a slow client at once. */
    void close(Disconnect disconnect) {
        boolean now;
        synchronized (this) {
            if (!open()) {
                return;
            }
            boolean discard = disconnect.equals(Disconnect.SLOW) || disconnect.equals(Disconnect.WRITE_ERROR);
            if (discard) {
                messages.clear();
            }
            now = discard || (messages.isEmpty() && !writing);
            closing = disconnect;
            closed = now;
            notifyAll();
        }
        if (now) {
            finish(disconnect);
        }
    }

    /** The connection is gone. */
    synchronized void discard() {
        closed = true;
        messages.clear();
        notifyAll();
    }

    /** Writes one frame of what waits; called by the flusher, once for each time that this was put into its list. */
    void flush() {
        ByteBuffer frame;
        int count;
        synchronized (this) {
            due = false;
            if (closed || writing || messages.isEmpty()) {
                return;
            }
            int before = messages.count();
            frame = messages.takeFrame(
                    limits.maxFrameMessages(), slow ? limits.slowFrameBytes() : limits.maxFrameBytes(), framing);
            count = before - messages.count();
            writing = true;
            writeStartedNanos = System.nanoTime();
            notifyAll();
        }
        listener.onMessagesWritten(count);
        connection.write(frame, this::written);
        long pendingSince = 0;
        synchronized (this) {
            if (writing) {
                slow = true;
                pendingSince = writeStartedNanos;
            }
        }
        if (pendingSince != 0) {
            listener.onWritePending(pendingSince);
        }
    }

    /** Whether the write that began then is still under way. */
    synchronized boolean isWritingSince(long startedNanos) {
        return writing && writeStartedNanos == startedNanos && !closed;
    }

    private void written(boolean success) {
        boolean wake = false;
        Disconnect finish = null;
        synchronized (this) {
            slow = slow && System.nanoTime() - writeStartedNanos > limits.slowNanos();
            writing = false;
            if (!success || closed) {
                messages.clear();
            } else if (!messages.isEmpty()) {
                wake = !due;
                due = true;
            } else if (closing != null) {
                finish = closing;
                closed = true;
            }
        }
        if (!success) {
            listener.onBroken(Disconnect.WRITE_ERROR);
        } else if (finish != null) {
            finish(finish);
        } else if (wake) {
            flusher.add(this);
        }
    }

    private void finish(Disconnect disconnect) {
        if (disconnect.equals(Disconnect.CONNECTION_CLOSED) || disconnect.equals(Disconnect.WRITE_ERROR)) {
            connection.abort();
        } else {
            connection.close(disconnect);
        }
    }

    private void act(boolean wake, boolean tooSlow) {
        if (tooSlow) {
            listener.onBroken(Disconnect.SLOW);
        } else if (wake) {
            flusher.add(this);
        }
    }

    private boolean open() {
        return !closed && closing == null;
    }

    private boolean full(byte[] message) {
        // An empty queue takes any message: nothing that could be waited for would make more room.
        return !messages.isEmpty() && messages.bytes() + message.length > limits.maxQueueBytes();
    }

    private boolean add(byte[] message) {
        messages.add(message);
        if (due || writing) {
            return false;
        }
        due = true;
        return true;
    }

    private void awaitTurn(byte[] message) {
        long until = System.nanoTime() + limits.writeTimeoutNanos();
        while (open() && !writing && full(message)) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                return;
            }
            try {
                wait(TimeUnit.NANOSECONDS.toMillis(left) + 1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
