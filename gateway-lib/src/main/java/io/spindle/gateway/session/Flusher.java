package io.spindle.gateway.session;

import java.util.ArrayDeque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that writes what waits for clients. Fan-out only fills queues and puts them into this list; because due queues
 * wait their turn here, what is published meanwhile joins the same frame: under load that is several times cheaper than
 * writing from the thread that publishes. A connection with a write under way is not in the list; one that is written up
 * to the bound of a frame goes to its end.
 *
 * <p>The list is guarded by this object's monitor.
 */
final class Flusher implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Flusher.class);

    private ArrayDeque<Outbound> due = new ArrayDeque<>();
    private ArrayDeque<Outbound> spare = new ArrayDeque<>();
    private boolean idle;
    private boolean closed;

    void add(Outbound outbound) {
        synchronized (this) {
            due.add(outbound);
            if (idle) {
                idle = false;
                notifyAll();
            }
        }
    }

    @Override
    public void run() {
        ArrayDeque<Outbound> batch = takeAll();
        while (!batch.isEmpty()) {
            Outbound outbound = batch.poll();
            while (outbound != null) {
                flush(outbound);
                outbound = batch.poll();
            }
            batch = takeAll();
        }
    }

    private static void flush(Outbound outbound) {
        try {
            outbound.flush();
        } catch (RuntimeException e) {
            // One connection's fault must not end the writing to all others.
            log.error("Writing to a client failed", e);
        }
    }

    /** Everything that is due; waits for it, and is empty only at the end. */
    private synchronized ArrayDeque<Outbound> takeAll() {
        while (due.isEmpty() && !closed) {
            idle = true;
            try {
                wait();
            } catch (InterruptedException e) {
                log.warn("Interrupt of a flusher ignored");
            }
        }
        ArrayDeque<Outbound> batch = due;
        due = spare;
        spare = batch;
        return batch;
    }

    synchronized void close() {
        closed = true;
        idle = false;
        notifyAll();
    }
}
