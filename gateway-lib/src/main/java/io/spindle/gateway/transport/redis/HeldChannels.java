package io.spindle.gateway.transport.redis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Channels whose join or leave found no room: it stays at their head and is tried again, what follows in the same
 * channel waits behind it, other channels go on. Confined to the transport's thread.
 *
 * <p>Once other batches have gone on, the number of the refused one can't be used again: the events come under a new
 * number.
 */
final class HeldChannels {
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Map<String, ArrayDeque<PendingAppend>> channels = new LinkedHashMap<>();
    private long retryAtNanos;

    boolean isEmpty() {
        return channels.isEmpty();
    }

    /** Puts an event that was refused back; several of one channel come in their order. */
    void hold(PendingAppend event, long nowNanos) {
        channels.computeIfAbsent(event.channel(), channel -> new ArrayDeque<>()).add(event);
        retryAtNanos = nowNanos + RETRY_NANOS;
    }

    /** Whether the event's channel is held, and it waits here now. */
    boolean follow(PendingAppend event) {
        if (channels.isEmpty()) {
            return false;
        }
        ArrayDeque<PendingAppend> before = channels.get(event.channel());
        if (before == null) {
            return false;
        }
        before.add(event);
        return true;
    }

    long nanosToRetry(long nowNanos) {
        return Math.max(0, retryAtNanos - nowNanos);
    }

    /** When it is time: moves events into a batch, channel by channel. What finds no place stays held. */
    void takeBatch(List<PendingAppend> batch, int maxEvents, long maxBytes, long nowNanos) {
        if (nowNanos - retryAtNanos < 0) {
            return;
        }
        long bytes = 0;
        for (Iterator<ArrayDeque<PendingAppend>> all = channels.values().iterator(); all.hasNext(); ) {
            ArrayDeque<PendingAppend> events = all.next();
            while (!events.isEmpty()) {
                bytes += events.element().size();
                if (batch.size() == maxEvents || (!batch.isEmpty() && bytes > maxBytes)) {
                    return;
                }
                batch.add(events.remove());
            }
            all.remove();
        }
    }

    /** Takes all out, channel by channel. */
    List<PendingAppend> takeAll() {
        List<PendingAppend> all = new ArrayList<>();
        channels.values().forEach(all::addAll);
        channels.clear();
        return all;
    }

    List<PendingAppend> takeExpired(long nowNanos) {
        List<PendingAppend> expired = new ArrayList<>();
        channels.values().removeIf(events -> {
            events.removeIf(event -> event.isExpired(nowNanos) && expired.add(event));
            return events.isEmpty();
        });
        return expired;
    }
}
