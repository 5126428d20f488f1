package io.spindle.gateway;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The executors of one gateway. All threads are daemons: a host decides itself when its process ends. */
final class Threads implements AutoCloseable {
    private static final int MAX_WAITING_CALLBACKS = 10_000;
    private static final int MAX_WAITING_CALLS = 10_000;

    private final ExecutorService sessions;
    private final ExecutorService callbacks;
    private final ExecutorService calls;
    private final ScheduledThreadPoolExecutor deadlines;

    Threads(int callbackThreads) {
        int cores = Math.max(2, Runtime.getRuntime().availableProcessors());
        // Not unbounded in fact: a session has at most one task here.
        sessions = pool(cores, new LinkedBlockingQueue<>(), "spindle-session-");
        callbacks = pool(callbackThreads, new LinkedBlockingQueue<>(MAX_WAITING_CALLBACKS), "spindle-callback-");
        calls = pool(callbackThreads, new LinkedBlockingQueue<>(MAX_WAITING_CALLS), "spindle-rpc-");
        deadlines = new ScheduledThreadPoolExecutor(1, named("spindle-deadline-"));
        deadlines.setRemoveOnCancelPolicy(true);
    }

    /** Where sessions go on after waiting; nothing blocks there. */
    ExecutorService sessions() {
        return sessions;
    }

    /** Where authenticators and policies of others run; they may block there. */
    ExecutorService callbacks() {
        return callbacks;
    }

    /** Where handlers of remote calls and messages run: apart, so that slow ones hold up no decision. */
    ExecutorService calls() {
        return calls;
    }

    ScheduledThreadPoolExecutor deadlines() {
        return deadlines;
    }

    private static ThreadPoolExecutor pool(int threads, LinkedBlockingQueue<Runnable> queue, String name) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(threads, threads, 30, TimeUnit.SECONDS, queue, named(name));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + number.getAndIncrement());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void close() {
        sessions.shutdown();
        callbacks.shutdownNow();
        calls.shutdownNow();
        deadlines.shutdownNow();
    }
}
