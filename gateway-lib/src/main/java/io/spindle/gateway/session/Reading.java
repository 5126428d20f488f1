package io.spindle.gateway.session;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.metrics.ConnectionMetrics;
import io.spindle.gateway.protocol.ClientCodec;
import io.spindle.gateway.protocol.DecodedFrame;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What is read from one client: frames become commands, one frame at a time and no more in a second than its budget allows.
 * Frames come over the connection, or beside it. Confined to whoever has the frame, but for what comes beside.
 */
final class Reading {
    private final ClientConnection connection;
    private final ClientCodec codec;
    private final Inbound inbound;
    private final SessionTimer timer;
    private final ReadBudget budget;
    private final ConnectionMetrics metrics;
    private final @Nullable EmulatedInput beside;

    /** When reading goes on after the frame at hand; 0 for at once. */
    private long resumeAtNanos;

    /**
     * @param emulated whether frames come beside the connection
     * @param executor where those go on
     */
    Reading(
            ClientConnection connection,
            ClientCodec codec,
            Inbound inbound,
            SessionTimer timer,
            SessionLimits limits,
            ConnectionMetrics metrics,
            boolean emulated,
            Executor executor) {
        this.connection = connection;
        this.codec = codec;
        this.inbound = inbound;
        this.timer = timer;
        this.budget = new ReadBudget(limits, System.nanoTime());
        this.metrics = metrics;
        this.beside = emulated ? new EmulatedInput(this::onFrame, executor, limits.maxEmulatedBytes()) : null;
    }

    /**
     * A frame has come, as asked for.
     *
     * @param frame its bytes; not kept
     */
    void onFrame(ByteBuffer frame) {
        int bytes = frame.remaining();
        long now = System.nanoTime();
        DecodedFrame decoded = codec.decode(frame);
        metrics.inbound(decoded.commands().size());
        spend(decoded.commands().size(), bytes, now);
        inbound.frame(decoded, now);
    }

    /** A frame has come beside the connection, asked for or not; false if no more may wait. */
    boolean offer(Payload frame) {
        return beside == null || beside.offer(frame);
    }

    /** A frame has come that means nothing; it counts as read. */
    void onIgnoredFrame(int bytes) {
        spend(1, bytes, System.nanoTime());
    }

    private void spend(int commands, int bytes, long now) {
        long readOn = budget.spend(commands, bytes, now);
        resumeAtNanos = readOn > now ? readOn : 0;
    }

    /** Reads on after a frame, at once or when the budget of a second allows it. */
    void frameDone(boolean closed) {
        if (resumeAtNanos == 0 || closed) {
            // Also when it is closed: the client's close frame has to be read.
            readOn();
        } else {
            timer.resumeReadingAt(resumeAtNanos);
        }
    }

    /** Asks for the next frame. */
    void readOn() {
        if (beside != null) {
            beside.demand();
        } else {
            connection.demand();
        }
    }

    /** The connection is gone. */
    void discard() {
        if (beside != null) {
            beside.discard();
        }
    }
}
