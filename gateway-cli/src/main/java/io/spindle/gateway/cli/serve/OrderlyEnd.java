package io.spindle.gateway.cli.serve;

import io.spindle.gateway.cli.command.ExitCode;
import io.spindle.gateway.cli.settings.GoDuration;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of the process on SIGTERM or SIGINT: closes what runs, in the time that it is given, and exits with 0.
 *
 * <p>It is a shutdown hook that ends in {@link Runtime#halt(int)}: once a signal has begun the JVM's shutdown, its exit
 * code is 143 or 130, and no other call changes that any more. The hook is the last of our code, so that nothing is cut
 * off. (A signal handler of our own would need a class that the JDK does not support.)
 */
final class OrderlyEnd {
    private static final Logger LOG = LoggerFactory.getLogger(OrderlyEnd.class);

    /** What the gateway needs when its own wait for commands in flight was in vain. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final AutoCloseable running;
    private final Runnable last;
    private final Duration timeout;
    private final Thread hook = new Thread(this::end, "shutdown");

    private OrderlyEnd(AutoCloseable running, Runnable last, Duration timeout) {
        this.running = running;
        this.last = last;
        this.timeout = timeout;
    }

    /** @param last what is done at the very end, also if closing has failed or its time is over */
    static OrderlyEnd of(AutoCloseable running, Runnable last, Duration timeout) {
        OrderlyEnd end = new OrderlyEnd(running, last, timeout);
        Runtime.getRuntime().addShutdownHook(end.hook);
        return end;
    }

    /** Keeps the calling thread until the process ends. */
    void await() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    /** Nothing runs (any more): the process ends with the exit code of its command. */
    void cancel() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("A signal was faster; the hook ends the process", e);
        }
    }

    private void end() {
        LOG.info("Stopping");
        FutureTask<Integer> closing = new FutureTask<>(this::close);
        Thread thread = new Thread(closing, "close");
        thread.setDaemon(true);
        thread.start();
        int exitCode = outcome(closing);
        last.run();
        Runtime.getRuntime().halt(exitCode);
    }

    private int close() throws Exception {
        running.close();
        LOG.info("Stopped");
        return ExitCode.OK;
    }

    private int outcome(FutureTask<Integer> closing) {
        try {
            return closing.get(timeout.plus(MARGIN).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.error("Not stopped within {}: ended as it is", GoDuration.format(timeout));
        } catch (ExecutionException e) {
            LOG.error("Could not stop in order", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.FAILED;
    }
}
