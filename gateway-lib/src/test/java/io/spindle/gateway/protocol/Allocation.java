package io.spindle.gateway.protocol;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** How much memory decoding takes. */
public final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /** Bytes that this thread allocates for a task, once everything it needs is loaded. */
    public static long bytes(Runnable task) {
        task.run();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        task.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
