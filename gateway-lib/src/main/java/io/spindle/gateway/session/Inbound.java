package io.spindle.gateway.session;

import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.DecodedFrame;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The serial work of one session: its commands one after another, each when the one before has got so far as order
 * demands (decided, and handed on), and whatever else must not run between two of them. It has no thread of its own: it
 * runs on the thread that brought a frame and, after waiting for somebody, on the executor.
 *
 * <p>What says who runs is guarded by this object's monitor; the frame is confined to the one who runs. No frame comes
 * while one is being worked on: the next is asked for at the end.
 */
final class Inbound {
    private static final Logger log = LoggerFactory.getLogger(Inbound.class);

    private final Handler handler;
    private final Executor executor;
    private final int maxPending;

    private boolean running;
    private boolean stalled;
    private int pending;
    private @Nullable ArrayDeque<Supplier<? extends CompletionStage<?>>> tasks;

    private List<Command> commands = List.of();
    private int next;
    private boolean frameOpen;
    private boolean malformed;
    private long readAtNanos;

    /** The session's side; everything is called from the serial work. */
    interface Handler {
        /** Whether commands are still of interest. */
        boolean accepts();

        /** Handles a command; the next one waits until the stage is complete. */
        CompletionStage<?> handle(Command command, long readAtNanos);

        /** All commands of a frame are handled: read on, or close if it ended in something malformed. */
        void onFrameDone(boolean malformed);

        /** Reading pauses because too many commands wait for an answer, or goes on; called under the lock. */
        void onStalled(boolean stalled);
    }

    Inbound(Handler handler, Executor executor, int maxPending) {
        this.handler = handler;
        this.executor = executor;
        this.maxPending = maxPending;
    }

    /** A frame has come; called by the reading thread, never before the one before is done. */
    void frame(DecodedFrame frame, long nowNanos) {
        commands = frame.commands();
        malformed = frame.malformed();
        next = 0;
        readAtNanos = nowNanos;
        synchronized (this) {
            frameOpen = true;
            if (running || stalled) {
                return;
            }
            running = true;
        }
        run();
    }

    /** Runs something between two commands: now if nothing runs, else soon. */
    void execute(Runnable task) {
        execute(() -> {
            task.run();
            return Commands.DONE;
        });
    }

    /**
     * Does something between two commands: now if nothing runs, else soon.
     *
     * @param task what comes after it waits until its stage is complete
     */
    void execute(Supplier<? extends CompletionStage<?>> task) {
        synchronized (this) {
            if (tasks == null) {
                tasks = new ArrayDeque<>(2);
            }
            tasks.add(task);
            if (running) {
                return;
            }
            running = true;
        }
        run();
    }

    /** A command waits for its answer. */
    synchronized void asked() {
        pending++;
    }

    /** A command got its answer. */
    void answered() {
        synchronized (this) {
            pending--;
            if (!stalled || pending >= maxPending || running) {
                return;
            }
            running = true;
        }
        // Whoever answers (a transport's thread, say) has other clients to serve.
        executor.execute(this::run);
    }

    synchronized int pending() {
        return pending;
    }

    private void run() {
        while (true) {
            Supplier<? extends CompletionStage<?>> task = nextTask();
            if (task != null) {
                if (!isDone(begin(task))) {
                    return;
                }
            } else if (frameIsOpen()) {
                if (isFull() || !step()) {
                    return;
                }
            } else if (stop()) {
                return;
            }
        }
    }

    /** One command, or the end of the frame. False if the work goes on elsewhere. */
    private boolean step() {
        if (next == commands.size() || !handler.accepts()) {
            endFrame();
            return true;
        }
        Command command = commands.get(next++);
        return isDone(handler.handle(command, readAtNanos));
    }

    /** What throws is over: the client's other work must not wait for it for ever. */
    private static CompletionStage<?> begin(Supplier<? extends CompletionStage<?>> task) {
        try {
            return task.get();
        } catch (RuntimeException e) {
            log.error("Work between two commands failed", e);
            return Commands.DONE;
        }
    }

    /** Whether the work goes on here; else it does when the stage is complete. */
    private boolean isDone(CompletionStage<?> stage) {
        CompletableFuture<?> future = stage.toCompletableFuture();
        if (future.isDone()) {
            return true;
        }
        future.whenComplete((result, failure) -> executor.execute(this::run));
        return false;
    }

    private void endFrame() {
        boolean wasMalformed = malformed;
        commands = List.of();
        synchronized (this) {
            frameOpen = false;
        }
        handler.onFrameDone(wasMalformed);
    }

    private synchronized @Nullable Supplier<? extends CompletionStage<?>> nextTask() {
        return tasks == null ? null : tasks.poll();
    }

    private synchronized boolean frameIsOpen() {
        return frameOpen;
    }

    private synchronized boolean isFull() {
        boolean full = pending >= maxPending && handler.accepts();
        if (full != stalled) {
            stalled = full;
            // Told under the lock: outside it, the answer that ends the pause could be told before its beginning.
            handler.onStalled(full);
        }
        if (full) {
            running = false;
        }
        return full;
    }

    private synchronized boolean stop() {
        if (frameOpen || (tasks != null && !tasks.isEmpty())) {
            return false;
        }
        tasks = null;
        running = false;
        return true;
    }
}
