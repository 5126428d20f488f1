package io.spindle.gateway.cli.logging;

import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * The launcher's SLF4J binding, found through {@link java.util.ServiceLoader}. It is our own because a general one costs
 * a third of the time that the whole start is allowed: Logback took 200 ms to its first line here, this takes 40, most
 * of which are SLF4J's.
 */
public final class LineLoggingProvider implements SLF4JServiceProvider {
    private final ILoggerFactory loggers = new LineLoggerFactory();
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter context = new NOPMDCAdapter();

    @Override
    public ILoggerFactory getLoggerFactory() {
        return loggers;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return context;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0";
    }

    @Override
    public void initialize() {
        // all is ready with the fields above
    }
}
