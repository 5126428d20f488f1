package io.spindle.gateway.transport;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The events of one channel that wait for a worker: first those that came back from one that is over, then those that
 * came after them. Confined to the lock of its {@link ChannelQueue}.
 */
final class WaitingEvents {
    private static final long ORIGIN = System.nanoTime();

    private final ArrayDeque<Dispatch> returned = new ArrayDeque<>(0);
    private final ArrayDeque<Dispatch> fresh = new ArrayDeque<>(0);

    /** No event is due before; relative to the origin, so that plain comparison is right. */
    private long nothingDueBefore = Long.MAX_VALUE;

    void add(Dispatch dispatch) {
        nothingDueBefore = Math.min(nothingDueBefore, sinceOrigin(dispatch.deadlineNanos()));
        fresh.add(dispatch);
    }

    /** Events come back in the order in which they were handed over. */
    void addReturned(Dispatch dispatch) {
        nothingDueBefore = Math.min(nothingDueBefore, sinceOrigin(dispatch.deadlineNanos()));
        returned.add(dispatch);
    }

    boolean isEmpty() {
        return returned.isEmpty() && fresh.isEmpty();
    }

    @Nullable Dispatch peek() {
        return returned.isEmpty() ? fresh.peek() : returned.peek();
    }

    @Nullable Dispatch poll() {
        return returned.isEmpty() ? fresh.poll() : returned.poll();
    }

    /** Whether an event may be due: a look that costs nothing, for the many channels where none is. */
    boolean mayBeDue(long nowNanos) {
        return nothingDueBefore <= sinceOrigin(nowNanos);
    }

    /** Takes out what is due. */
    List<Dispatch> takeExpired(long nowNanos) {
        List<Dispatch> expired = take(dispatch -> dispatch.isExpired(nowNanos));
        nothingDueBefore = Long.MAX_VALUE;
        returned.forEach(left -> nothingDueBefore = Math.min(nothingDueBefore, sinceOrigin(left.deadlineNanos())));
        fresh.forEach(left -> nothingDueBefore = Math.min(nothingDueBefore, sinceOrigin(left.deadlineNanos())));
        return expired;
    }

    private static long sinceOrigin(long nanos) {
        return nanos - ORIGIN;
    }

    List<Dispatch> take(Predicate<Dispatch> which) {
        List<Dispatch> taken = new ArrayList<>();
        Predicate<Dispatch> take = dispatch -> which.test(dispatch) && taken.add(dispatch);
        returned.removeIf(take);
        fresh.removeIf(take);
        return taken;
    }
}
