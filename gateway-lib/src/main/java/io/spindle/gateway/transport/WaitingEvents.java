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
    private final ArrayDeque<Dispatch> returned = new ArrayDeque<>(0);
    private final ArrayDeque<Dispatch> fresh = new ArrayDeque<>(0);

    void add(Dispatch dispatch) {
        fresh.add(dispatch);
    }

    /** Events come back in the order in which they were handed over. */
    void addReturned(Dispatch dispatch) {
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

    List<Dispatch> take(Predicate<Dispatch> which) {
        List<Dispatch> taken = new ArrayList<>();
        Predicate<Dispatch> take = dispatch -> which.test(dispatch) && taken.add(dispatch);
        returned.removeIf(take);
        fresh.removeIf(take);
        return taken;
    }
}
