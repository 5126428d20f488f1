package io.spindle.gateway.cli.logging;

import java.util.List;
import org.slf4j.event.Level;

/**
 * From which level on events are written. One for the process, because SLF4J makes its loggers before any of our code
 * could hand them a setting; set once by the launcher, read by all threads.
 */
public final class LogThreshold {
    private static final String OURS = "io.spindle.";

    private static final List<String> SILENT = List.of("org.redisson.", "io.netty.");

    private static volatile Level level = Level.INFO;

    private LogThreshold() {}

    public static void set(Level wanted) {
        level = wanted;
    }

    /**
     * The libraries' own notes on their business are of interest to those who asked for details only. Those of the Redis
     * client not even as errors: what fails there comes back to the caller, who says it once and in words that help.
     */
    static boolean passes(String logger, Level event) {
        Level from = level;
        if (isDetailed() || logger.startsWith(OURS)) {
            return event.toInt() >= from.toInt();
        }
        boolean silent = SILENT.stream().anyMatch(logger::startsWith);
        return !silent && event.toInt() >= Math.max(from.toInt(), Level.WARN.toInt());
    }

    static boolean isDetailed() {
        return level.toInt() < Level.INFO.toInt();
    }
}
