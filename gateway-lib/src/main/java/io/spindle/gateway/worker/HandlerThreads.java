package io.spindle.gateway.worker;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that call a worker's handler; none while there is nothing to do. */
final class HandlerThreads {
    private static final int IDLE_SECONDS = 30;

    private HandlerThreads() {}

    static ThreadPoolExecutor create(String workerId, int threads) {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                threads,
                threads,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                // One entry per channel with events: bounded by the backlog.
                new LinkedBlockingQueue<>(),
                task -> {
                    Thread thread = new Thread(task, "worker-" + workerId + "-" + number.incrementAndGet());
                    // A handler that never returns must not keep the process from ending.
                    thread.setDaemon(true);
                    return thread;
                },
                // Full it can't be; closed it may be, when a pause of a channel ends.
                new ThreadPoolExecutor.DiscardPolicy());
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }
}
