package io.spindle.gateway.cli.logging;

import java.util.List;
import org.slf4j.event.Level;

/**
 * From which level on events are written. One for the process, because SLF4J makes its loggers before any of our code
 * could hand them a setting; set once by the launcher, read by all threads. Libraries ask several times for every frame
 * whether they may log, so the answer is worked out when the level is set, not when it is asked for.
 */
public final class LogThreshold {
    private static final String OURS = "io.spindle.";
    private static final List<String> SILENT = List.of("org.redisson.", "io.netty.");
    private static final int NOTHING = Integer.MAX_VALUE;

    private static volatile int ours = Level.INFO.toInt();
    private static volatile int libraries = Level.WARN.toInt();
    private static volatile int silent = NOTHING;

    private LogThreshold() {}

    /**
     * Whose events a logger writes. The libraries' own notes on their business are of interest to those who asked for
     * details only; those of the Redis client not even as errors: what fails there comes back to the caller, who says it
     * once and in words that help.
     */
    enum Source {
        OURS,
        LIBRARY,
        SILENT;

        static Source of(String logger) {
            if (logger.startsWith(LogThreshold.OURS)) {
                return OURS;
            }
            return LogThreshold.SILENT.stream().anyMatch(logger::startsWith) ? SILENT : LIBRARY;
        }
    }

    public static void set(Level wanted) {
        boolean detailed = wanted.toInt() < Level.INFO.toInt();
        ours = wanted.toInt();
        libraries = detailed ? wanted.toInt() : Math.max(wanted.toInt(), Level.WARN.toInt());
        silent = detailed ? wanted.toInt() : NOTHING;
    }

    static boolean passes(Source source, Level event) {
        int from = switch (source) {
            case OURS -> ours;
            case LIBRARY -> libraries;
            case SILENT -> silent;
        };
        return event.toInt() >= from;
    }

    static boolean isDetailed() {
        return ours < Level.INFO.toInt();
    }
}
