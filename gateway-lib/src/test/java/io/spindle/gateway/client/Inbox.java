package io.spindle.gateway.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a client has received and its test has not yet asked for. Waiting has a deadline, and ends at once when the
 * connection does. Thread-safe.
 */
final class Inbox<T> {
    static final Duration DEADLINE = Duration.ofSeconds(10);

    private static final int SHOWN = 50;

    private final List<T> waiting = new ArrayList<>();
    private final Deque<String> lastSeen = new ArrayDeque<>();
    private Closed closed;

    synchronized void add(T item) {
        waiting.add(item);
        if (lastSeen.size() == SHOWN) {
            lastSeen.remove();
        }
        lastSeen.add(item.toString());
        notifyAll();
    }

    synchronized void end(Closed how) {
        if (closed == null) {
            closed = how;
            notifyAll();
        }
    }

    /** Takes out the first that matches. */
    synchronized T await(String what, Predicate<? super T> wanted) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (true) {
            for (Iterator<T> items = waiting.iterator(); items.hasNext(); ) {
                T item = items.next();
                if (wanted.test(item)) {
                    items.remove();
                    return item;
                }
            }
            if (closed != null) {
                throw new AssertionError("no " + what + " before the end, which was " + closed + seen());
            }
            waitUntil(deadline, "no " + what);
        }
    }

    synchronized Closed awaitEnd() {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (closed == null) {
            waitUntil(deadline, "still open");
        }
        return closed;
    }

    /** Whether one that matches is there now; it stays. */
    synchronized boolean has(Predicate<? super T> wanted) {
        return waiting.stream().anyMatch(wanted);
    }

    /** All that is there now; it stays. */
    synchronized List<T> snapshot() {
        return List.copyOf(waiting);
    }

    synchronized boolean isOpen() {
        return closed == null;
    }

    /** The last of what was received, for messages of failed tests. */
    synchronized String seen() {
        return "; received, up to the last " + SHOWN + ":\n  " + String.join("\n  ", lastSeen);
    }

    private void waitUntil(long deadline, String missing) {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new AssertionError(missing + " within " + DEADLINE.toSeconds() + " s" + seen());
        }
        try {
            wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(missing + ": interrupted" + seen(), e);
        }
    }
}
