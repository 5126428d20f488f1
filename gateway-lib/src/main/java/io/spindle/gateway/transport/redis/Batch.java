package io.spindle.gateway.transport.redis;

import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.transport.Appending;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Events that go into a stream together, under one number. Confined to the transport's thread.
 *
 * <p>Once a try may have succeeded unseen, every further try carries the same events under the same number; the script
 * then adds nothing twice. While every try certainly failed, events that were answered otherwise may be left out.
 */
final class Batch {
    private final long number;
    private List<PendingAppend> events;
    private boolean underWay;
    private boolean mayBeAppended;
    private Refusal refusal = Refusal.DEADLINE;
    private long firstSentNanos;

    Batch(long number, List<PendingAppend> events) {
        this.number = number;
        this.events = events;
    }

    long number() {
        return number;
    }

    List<PendingAppend> events() {
        return events;
    }

    Set<String> channels() {
        Set<String> channels = new LinkedHashSet<>();
        events.forEach(event -> channels.add(event.channel()));
        return channels;
    }

    void sent(long nowNanos) {
        if (firstSentNanos == 0) {
            firstSentNanos = nowNanos;
        }
        underWay = true;
    }

    /** A try ended; whatever it said, nothing of this batch was seen to be appended. */
    void failed(boolean certainly, Refusal refusal) {
        underWay = false;
        mayBeAppended |= !certainly;
        this.refusal = refusal;
    }

    boolean isUnderWay() {
        return underWay;
    }

    /** Leaves out, before the next try, what was answered otherwise; nothing while a try may have succeeded. */
    List<PendingAppend> dropAnswered() {
        return mayBeAppended ? List.of() : takeOut(PendingAppend::isDone);
    }

    List<PendingAppend> takeOut(Predicate<PendingAppend> which) {
        List<PendingAppend> out = new ArrayList<>();
        List<PendingAppend> kept = new ArrayList<>(events.size());
        events.forEach(event -> (which.test(event) ? out : kept).add(event));
        events = kept;
        return out;
    }

    /** Answers those whose time is over. */
    void expire(long nowNanos) {
        for (PendingAppend event : events) {
            if (!event.isDone() && event.isExpired(nowNanos)) {
                if (underWay || mayBeAppended) {
                    event.answerUnknown();
                } else {
                    event.refuse(refusal);
                }
            }
        }
    }

    /**
     * Whether nobody waits for its outcome any more. Joins and leaves, which could wait long, prolong a batch of unknown
     * outcome by a little only: it holds up all that follows.
     */
    boolean isSpent(long nowNanos, long longestUnknownNanos) {
        boolean waitedLong = (underWay || mayBeAppended) && nowNanos - firstSentNanos > longestUnknownNanos;
        for (PendingAppend event : events) {
            if (!event.isDone() && !(waitedLong && event.isPresence())) {
                return false;
            }
        }
        return true;
    }

    void settle(Appending outcome) {
        for (PendingAppend event : events) {
            event.settle(outcome);
        }
    }

    /** Given up: late news is no news. */
    void abandon() {
        Appending unknown = new Appending.Refused(Refusal.UNKNOWN_OUTCOME);
        for (PendingAppend event : events) {
            if (!event.isDone()) {
                event.answerUnknown();
            }
            event.settle(unknown);
        }
    }
}
