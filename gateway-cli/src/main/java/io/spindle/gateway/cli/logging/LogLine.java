package io.spindle.gateway.cli.logging;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * One event as one line: time, level, logger, message, cause. What would break the line (a line feed in a text that
 * came from a client) is escaped, so that no client can forge an entry.
 */
final class LogLine {
    /** A chain of causes longer than this tells nothing more. */
    private static final int MAX_CAUSES = 5;

    private final StringBuilder line = new StringBuilder(160);

    private LogLine() {}

    /** @param traced whether the whole stack of the cause is wanted, or its messages alone */
    static String of(
            Instant time, Level level, String logger, String message, @Nullable Throwable cause, boolean traced) {
        LogLine line = new LogLine();
        line.head(time, level, logger);
        line.escaped(message);
        line.causes(cause, traced);
        return line.line.append('\n').toString();
    }

    private void head(Instant time, Level level, String logger) {
        line.append(time.truncatedTo(ChronoUnit.MILLIS)).append(' ').append(level);
        if (level == Level.INFO || level == Level.WARN) {
            line.append(' ');
        }
        line.append(' ').append(logger).append(' ');
    }

    private void causes(@Nullable Throwable first, boolean traced) {
        int depth = 0;
        for (Throwable cause = first; cause != null && depth < MAX_CAUSES; cause = cause.getCause()) {
            line.append(depth++ == 0 ? " | " : " | caused by ");
            escaped(cause.toString());
            if (traced) {
                for (StackTraceElement frame : cause.getStackTrace()) {
                    line.append(" | at ").append(frame);
                }
            }
        }
    }

    private void escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> {
                    if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                        line.append(String.format("\\u%04x", (int) c));
                    } else {
                        line.append(c);
                    }
                }
            }
        }
    }
}
