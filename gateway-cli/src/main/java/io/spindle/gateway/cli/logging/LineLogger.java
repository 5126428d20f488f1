package io.spindle.gateway.cli.logging;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Writes each event with one call, so that lines of different threads never mix. Safe for all threads. */
final class LineLogger extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1;

    private final transient Supplier<PrintStream> output;
    private final transient Clock clock;
    private final transient LogThreshold.Source source;

    LineLogger(String name, Supplier<PrintStream> output, Clock clock) {
        this.name = name;
        this.output = output;
        this.clock = clock;
        this.source = LogThreshold.Source.of(name);
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String pattern,
            Object @Nullable [] arguments,
            @Nullable Throwable cause) {
        String message = MessageFormatter.basicArrayFormat(pattern, arguments);
        byte[] line = LogLine.of(clock.instant(), level, name, message, cause, LogThreshold.isDetailed())
                .getBytes(StandardCharsets.UTF_8);
        PrintStream out = output.get();
        out.write(line, 0, line.length);
        out.flush();
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    public boolean isTraceEnabled() {
        return LogThreshold.passes(source, Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return LogThreshold.passes(source, Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return LogThreshold.passes(source, Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return LogThreshold.passes(source, Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return LogThreshold.passes(source, Level.ERROR);
    }
}
