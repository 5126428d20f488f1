package io.spindle.gateway.cli.logging;

import java.io.PrintStream;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;

/** One logger per name, all to standard error. Safe for all threads. */
final class LineLoggerFactory implements ILoggerFactory {
    private final ConcurrentHashMap<String, Logger> loggers = new ConcurrentHashMap<>();
    private final PrintStream out = System.err;
    private final Clock clock = Clock.systemUTC();

    @Override
    public Logger getLogger(String name) {
        return loggers.computeIfAbsent(name, wanted -> new LineLogger(wanted, out, clock));
    }
}
