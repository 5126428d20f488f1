package io.spindle.gateway.session;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One coarse clock for all pings, token expiries, stale checks and write timeouts: a wheel of slots that one thread turns.
 * An entry is a link in a slot's list, so that a connection costs no timer object and a closed one leaves at once. Times
 * beyond one turn wait in the last slot and are looked at again there.
 *
 * <p>Links are guarded by this object's monitor; entries are called outside it, on the wheel's thread, and must not block.
 */
final class TimerWheel implements Runnable, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TimerWheel.class);
    private static final int SLOTS = 1_024;
    static final long TICK_NANOS = 25_000_000;

    private final Entry[] slots = new Entry[SLOTS];
    private final Thread thread = new Thread(this, "spindle-timer");
    private final long origin = System.nanoTime();
    private long turned;
    private volatile boolean closed;

    /** Something to be called at a time. */
    abstract static class Entry {
        private @Nullable Entry previous;
        private @Nullable Entry next;
        private int slot = -1;
        private long atNanos;

        /** Called once when the time has come; may schedule itself again. */
        abstract void onTime(long nowNanos);
    }

    TimerWheel() {
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** A moment of {@link System#nanoTime()} on the wheel's clock, which began with it: later moments are larger numbers. */
    long time(long nanoTime) {
        return nanoTime - origin;
    }

    /** The moment of {@link System#nanoTime()} that the wheel's clock shows so. */
    long nanoTime(long time) {
        return time + origin;
    }

    /** Calls an entry at a time ({@link System#nanoTime()}) or up to two ticks later; replaces its earlier time. */
    synchronized void schedule(Entry entry, long atNanos) {
        unlink(entry);
        entry.atNanos = atNanos;
        long tick = Math.max((atNanos - origin) / TICK_NANOS + 1, turned + 1);
        link(entry, (int) (Math.min(tick, turned + SLOTS - 1) % SLOTS));
    }

    synchronized void cancel(Entry entry) {
        unlink(entry);
    }

    private void link(Entry entry, int slot) {
        Entry first = slots[slot];
        entry.slot = slot;
        entry.next = first;
        if (first != null) {
            first.previous = entry;
        }
        slots[slot] = entry;
    }

    private void unlink(Entry entry) {
        if (entry.slot < 0) {
            return;
        }
        if (entry.previous == null) {
            slots[entry.slot] = entry.next;
        } else {
            entry.previous.next = entry.next;
        }
        if (entry.next != null) {
            entry.next.previous = entry.previous;
        }
        entry.previous = null;
        entry.next = null;
        entry.slot = -1;
    }

    @Override
    public void run() {
        while (!closed) {
            long now = System.nanoTime();
            long until = (now - origin) / TICK_NANOS;
            while (turned < until) {
                turn(now);
            }
            LockSupport.parkNanos(this, origin + (turned + 1) * TICK_NANOS - System.nanoTime());
        }
    }

    private void turn(long now) {
        int slot;
        synchronized (this) {
            turned++;
            slot = (int) (turned % SLOTS);
        }
        Entry entry = takeFirst(slot);
        while (entry != null) {
            if (entry.atNanos - now > 0) {
                schedule(entry, entry.atNanos);
            } else {
                call(entry, now);
            }
            entry = takeFirst(slot);
        }
    }

    private synchronized @Nullable Entry takeFirst(int slot) {
        Entry first = slots[slot];
        if (first != null) {
            unlink(first);
        }
        return first;
    }

    private static void call(Entry entry, long now) {
        try {
            entry.onTime(now);
        } catch (RuntimeException e) {
            // The wheel turns for all connections; one entry's fault must not stop it.
            log.error("A timer failed", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
