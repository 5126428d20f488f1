package io.spindle.gateway.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The flusher threads; connections are spread over them, each stays with its own. */
final class Flushers implements AutoCloseable {
    private final Flusher[] flushers;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    Flushers(int count) {
        flushers = new Flusher[count];
        for (int i = 0; i < count; i++) {
            Flusher flusher = new Flusher();
            flushers[i] = flusher;
            Thread thread = new Thread(flusher, "spindle-flusher-" + i);
            thread.setDaemon(true);
            threads.add(thread);
        }
    }

    void start() {
        threads.forEach(Thread::start);
    }

    /** The flusher of a new connection. */
    Flusher next() {
        return flushers[Math.floorMod(turn.getAndIncrement(), flushers.length)];
    }

    /** Writes what is due, then ends the threads; waits for them at most a second each. */
    @Override
    public void close() {
        for (Flusher flusher : flushers) {
            flusher.close();
        }
        for (Thread thread : threads) {
            try {
                thread.join(1_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
