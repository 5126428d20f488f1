package io.spindle.gateway.cli.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

class LogLineTest {
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678901Z");

    @Test
    void anEventIsTimeLevelLoggerAndMessage() {
        assertEquals(
                "2026-01-02T03:04:05.678Z INFO  io.spindle.X ready port=8000\n",
                LogLine.of(TIME, Level.INFO, "io.spindle.X", "ready port=8000", null, false));
    }

    @Test
    void aMessageCannotForgeAnotherLine() {
        String line = LogLine.of(TIME, Level.WARN, "x", "origin=a\nb\r\u001b[2J\u2028\u0085", null, false);

        assertEquals("2026-01-02T03:04:05.678Z WARN  x origin=a\\nb\\r\\u001b[2J\\u2028\\u0085\n", line);
    }

    @Test
    void aCauseIsItsChainOfMessages() {
        Throwable cause = new IllegalStateException("outer", new IOException("inner\nline"));

        assertEquals(
                "2026-01-02T03:04:05.678Z ERROR x failed | java.lang.IllegalStateException: outer"
                        + " | caused by java.io.IOException: inner\\nline\n",
                LogLine.of(TIME, Level.ERROR, "x", "failed", cause, false));
    }

    @Test
    void withDetailsTheStackStandsOnTheSameLine() {
        String line = LogLine.of(TIME, Level.ERROR, "x", "failed", new IOException("inner"), true);

        assertTrue(line.contains("java.io.IOException: inner | at io.spindle.gateway.cli.logging.LogLineTest."), line);
        assertEquals(line.length() - 1, line.indexOf('\n'));
    }

    @Test
    void aChainThatRunsInACircleEnds() {
        Exception one = new Exception("one");
        one.initCause(new Exception("two", one));

        assertTrue(LogLine.of(TIME, Level.ERROR, "x", "failed", one, false).length() < 400);
    }
}
