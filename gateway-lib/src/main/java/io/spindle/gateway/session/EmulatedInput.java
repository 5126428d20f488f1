package io.spindle.gateway.session;

import io.spindle.gateway.api.Payload;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Frames that reach a session beside its connection, in the order in which they came: kept, up to a bound, until the
 * session asks for the next one, as a socket's would be. Thread-safe; the session gets them one at a time, on the
 * executor, and never under the lock.
 */
final class EmulatedInput {
    /** What a kept frame takes beside its bytes: many small ones must not cost more than the bound says. */
    private static final int FRAME_OVERHEAD = 64;

    private final Consumer<ByteBuffer> reader;
    private final Executor executor;
    private final int maxBytes;

    private @Nullable ArrayDeque<Payload> waiting;
    private int waitingBytes;
    private boolean wanted;
    private boolean running;

    /**
     * @param reader takes a frame; asks for the next one in time, perhaps at once
     * @param maxBytes that may wait
     */
    EmulatedInput(Consumer<ByteBuffer> reader, Executor executor, int maxBytes) {
        this.reader = reader;
        this.executor = executor;
        this.maxBytes = maxBytes;
    }

    /** A frame has come. False if there is no room for it. */
    boolean offer(Payload frame) {
        synchronized (this) {
            int size = frame.size() + FRAME_OVERHEAD;
            if (waiting != null && waitingBytes + size > maxBytes) {
                return false;
            }
            if (waiting == null) {
                waiting = new ArrayDeque<>(2);
            }
            waiting.add(frame);
            waitingBytes += size;
            if (!wanted || running) {
                return true;
            }
            running = true;
        }
        executor.execute(this::run);
        return true;
    }

    /** The next frame may come. */
    void demand() {
        synchronized (this) {
            wanted = true;
            if (waiting == null || running) {
                return;
            }
            running = true;
        }
        executor.execute(this::run);
    }

    /** The session has ended: what waits is of no interest. */
    synchronized void discard() {
        waiting = null;
        waitingBytes = 0;
    }

    private void run() {
        Payload frame = next();
        while (frame != null) {
            reader.accept(frame.asByteBuffer());
            frame = next();
        }
    }

    private synchronized @Nullable Payload next() {
        if (waiting == null || !wanted) {
            running = false;
            return null;
        }
        Payload frame = waiting.remove();
        waitingBytes -= frame.size() + FRAME_OVERHEAD;
        if (waiting.isEmpty()) {
            waiting = null;
        }
        wanted = false;
        return frame;
    }
}
