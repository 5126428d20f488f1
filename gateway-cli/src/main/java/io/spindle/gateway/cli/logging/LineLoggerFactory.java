package io.spindle.gateway.cli.logging;

import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;

/** One logger per name, all to the process' one output. Safe for all threads. */
final class LineLoggerFactory implements ILoggerFactory {
    private final ConcurrentHashMap<String, Logger> loggers = new ConcurrentHashMap<>();
    private final Clock clock = Clock.systemUTC();

    @Override
    public Logger getLogger(String name) {
        return loggers.computeIfAbsent(name, wanted -> new LineLogger(wanted, LogOutput::current, clock));
    }
}
