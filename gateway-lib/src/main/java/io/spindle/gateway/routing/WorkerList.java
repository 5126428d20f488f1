package io.spindle.gateway.routing;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The workers as one reading of the registry found them. Immutable.
 *
 * @param active ids that take new channels
 * @param managed id to pool, of workers whose streams are owned through a lease; one that is being retired stands here
 *     and no longer in {@code active}
 * @param readNanos when the reading began, on the clock of {@link System#nanoTime()}
 */
public record WorkerList(Set<String> active, Map<String, String> managed, long readNanos) {
    /** The pool that workers without a lease belong to. */
    public static final String OLD_STYLE_POOL = "default";

    /** Before the first reading. */
    public static WorkerList empty(long nowNanos) {
        return new WorkerList(Set.of(), Map.of(), nowNanos);
    }

    public WorkerList {
        active = Set.copyOf(active);
        managed = Map.copyOf(managed);
    }

    /** Whether the worker reads its stream itself: nothing it leaves there is owned by anybody. */
    public boolean isOldStyle(String workerId) {
        return active.contains(workerId) && !managed.containsKey(workerId);
    }

    /** Whether a route to the worker may be true. */
    public boolean isKnown(String workerId) {
        return active.contains(workerId) || managed.containsKey(workerId);
    }

    /** The workers that new channels of a pool are given to. */
    public Set<String> pool(String pool) {
        Set<String> workers = new HashSet<>();
        for (String worker : active) {
            if (managed.getOrDefault(worker, OLD_STYLE_POOL).equals(pool)) {
                workers.add(worker);
            }
        }
        return workers;
    }

    /** Whether the reading began within the given time. */
    public boolean isFresherThan(long nanos, long nowNanos) {
        return nowNanos - readNanos < nanos;
    }
}
