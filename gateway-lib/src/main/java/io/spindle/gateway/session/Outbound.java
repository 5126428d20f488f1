package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;
import java.nio.ByteBuffer;
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
     * Queues a push of a channel, if the subscription is active.
     *
     * @param mayWait whether to wait, at most the write timeout, while the queue is full and the flusher has not come to
     *     it
     * @return false if it would have had to wait, and may not; nothing is queued then
     */
    boolean push(byte[] message, Subscription subscription, boolean mayWait) {
        boolean wake = false;
        boolean tooSlow = false;
        synchronized (this) {
            if (full(message) && !writing && open()) {
                if (!mayWait) {
                    return false;
                }
                awaitTurn(message);
            }
            if (!open()) {
                return true;
            }
            if (subscription.admits(message)) {
                tooSlow = full(message);
                wake = !tooSlow && add(message);
            } else {
                tooSlow = subscription.earlyBytes() > limits.maxQueueBytes();
            }
        }
        act(wake, tooSlow);
        return true;
    }

    /** Queues the subscribe reply and, behind it, what was published meanwhile: nothing of a channel precedes it. */
    void commit(Subscription subscription, byte[] reply) {
        boolean wake = false;
        synchronized (this) {
            if (!open()) {
                return;
            }
            wake = add(reply);
            for (byte[] message : subscription.activate()) {
                wake |= add(message);
            }
        }
        act(wake, false);
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
