package io.spindle.gateway.worker;

/**
 * One call of a handler, seen by the thread that makes it and by the one that watches the time. An interrupt reaches
 * the thread while the call runs, never what it does afterwards.
 *
 * <p>Thread-safe: its own monitor.
 */
final class HandlerCall {
    private final Delivery delivery;
    private final Thread caller;
    private final long startedNanos;
    private boolean timedOut;
    private boolean returned;

    HandlerCall(Delivery delivery, Thread caller, long startedNanos) {
        this.delivery = delivery;
        this.caller = caller;
        this.startedNanos = startedNanos;
    }

    /** Interrupts a call that began before the given time, once; its answer does not count any more. Returns whether it did so now. */
    synchronized boolean timeOutIfStartedBefore(long nanos) {
        if (returned || timedOut || startedNanos - nanos >= 0) {
            return false;
        }
        timedOut = true;
        delivery.end();
        caller.interrupt();
        return true;
    }

    /** The call is over, on the caller's own thread. Returns whether it had timed out. */
    synchronized boolean returned() {
        returned = true;
        // A late interrupt, or one that the handler kept, must not meet the next event.
        Thread.interrupted();
        return timedOut;
    }
}
