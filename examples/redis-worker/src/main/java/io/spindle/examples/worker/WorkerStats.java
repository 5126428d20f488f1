package io.spindle.examples.worker;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Prints figures instead of events: once a second, in all and for the busiest channels. */
public final class WorkerStats {
    private static final Duration REPORT_EVERY = Duration.ofSeconds(1);
    private static final int TOP_CHANNELS = 10;

    private WorkerStats() {}

    public static void main(String[] args) throws InterruptedException {
        Figures figures = new Figures(TOP_CHANNELS);
        ScheduledExecutorService reports = Executors.newSingleThreadScheduledExecutor();
        reports.scheduleAtFixedRate(
                () -> figures.report(REPORT_EVERY).forEach(System.out::println),
                REPORT_EVERY.toMillis(),
                REPORT_EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
        WorkerProgram.run(figures::count, () -> System.out.println(figures.totals()));
    }
}
