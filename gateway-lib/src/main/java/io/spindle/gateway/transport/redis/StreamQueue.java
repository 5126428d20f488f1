package io.spindle.gateway.transport.redis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * What waits for a worker's stream, bounded in bytes. Publishers add on any thread, the transport's thread takes; one
 * short lock for both.
 *
 * <p>It also knows whether the taking side sleeps, so that a publisher wakes it no more often than needed.
 */
final class StreamQueue {
    /** What the publisher has to do after adding. */
    enum Added {
        REFUSED,
        QUEUED,
        /** The taking side is to be woken. */
        WAKE,
        /** This queue is not used any more. */
        RETIRED
    }

    private enum Taker {
        IDLE,
        PACING,
        BUSY,
        RETIRED
    }

    private final RedisTransportSettings settings;
    private final ArrayDeque<PendingAppend> waiting = new ArrayDeque<>();
    private Taker taker = Taker.IDLE;
    private long waitingBytes;
    private long heldBytes;
    private long heldPresenceBytes;
    /** No later than the first deadline of those that wait. */
    private long earliestDeadlineNanos = Long.MAX_VALUE;

    StreamQueue(RedisTransportSettings settings) {
        this.settings = settings;
    }

    synchronized Added add(PendingAppend event) {
        if (taker == Taker.RETIRED) {
            return Added.RETIRED;
        }
        long presence = event.isPresence() ? event.size() : 0;
        if (heldBytes + event.size() > settings.maxQueuedBytes()
                || (presence > 0 && heldPresenceBytes + presence > settings.maxQueuedPresenceBytes())) {
            return Added.REFUSED;
        }
        heldBytes += event.size();
        heldPresenceBytes += presence;
        waitingBytes += event.size();
        if (waiting.isEmpty() || event.deadlineNanos() - earliestDeadlineNanos < 0) {
            earliestDeadlineNanos = event.deadlineNanos();
        }
        waiting.add(event);
        if (taker == Taker.IDLE || (taker == Taker.PACING && isBatchFull())) {
            taker = Taker.BUSY;
            return Added.WAKE;
        }
        return Added.QUEUED;
    }

    /** The taking side would wait for its pace: false if there is a full batch already. */
    synchronized boolean pace() {
        taker = isBatchFull() ? Taker.BUSY : Taker.PACING;
        return taker == Taker.PACING;
    }

    /** The taking side has nothing to do: false if something came in meanwhile. */
    synchronized boolean goIdle() {
        taker = waiting.isEmpty() ? Taker.IDLE : Taker.BUSY;
        return taker == Taker.IDLE;
    }

    synchronized boolean retireIfIdle() {
        if (taker != Taker.IDLE) {
            return false;
        }
        taker = Taker.RETIRED;
        return true;
    }

    synchronized boolean isIdle() {
        return taker == Taker.IDLE || taker == Taker.RETIRED;
    }

    private boolean isBatchFull() {
        return waiting.size() >= settings.maxBatchEvents() || waitingBytes >= settings.maxBatchBytes();
    }

    /** Takes the oldest events into a batch, at least one if the batch has none, and those of held channels aside. */
    synchronized void takeBatch(List<PendingAppend> batch, HeldChannels held) {
        taker = Taker.BUSY;
        long bytes = 0;
        for (PendingAppend event : batch) {
            bytes += event.size();
        }
        while (!waiting.isEmpty() && batch.size() < settings.maxBatchEvents()) {
            PendingAppend event = waiting.peek();
            if (!held.follow(event)) {
                if (!batch.isEmpty() && bytes + event.size() > settings.maxBatchBytes()) {
                    return;
                }
                bytes += event.size();
                batch.add(event);
            }
            waiting.remove();
            waitingBytes -= event.size();
        }
    }

    synchronized List<PendingAppend> takeAll() {
        List<PendingAppend> all = new ArrayList<>(waiting);
        waiting.clear();
        waitingBytes = 0;
        return all;
    }

    /** Takes out what can't wait any longer; usually nothing, and then without looking at what waits. */
    synchronized void takeExpired(long nowNanos, Consumer<PendingAppend> out) {
        if (waiting.isEmpty() || earliestDeadlineNanos - nowNanos > 0) {
            return;
        }
        long earliest = nowNanos + Long.MAX_VALUE / 2;
        for (Iterator<PendingAppend> all = waiting.iterator(); all.hasNext(); ) {
            PendingAppend event = all.next();
            if (event.isExpired(nowNanos)) {
                all.remove();
                waitingBytes -= event.size();
                out.accept(event);
            } else if (event.deadlineNanos() - earliest < 0) {
                earliest = event.deadlineNanos();
            }
        }
        earliestDeadlineNanos = earliest;
    }

    /** The bytes of events that have left for good. */
    synchronized void release(List<PendingAppend> events) {
        for (PendingAppend event : events) {
            heldBytes -= event.size();
            heldPresenceBytes -= event.isPresence() ? event.size() : 0;
        }
    }
}
