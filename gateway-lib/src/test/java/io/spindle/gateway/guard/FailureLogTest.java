package io.spindle.gateway.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailureLogTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1); // nanoTime may be anything, and wraps
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private FailureLog log;

    @BeforeEach
    void logIntoAList() {
        LoggerContext context = new LoggerContext(); // of its own: other tests log, too
        Logger logger = context.getLogger("test");
        lines.setContext(context);
        lines.start();
        logger.addAppender(lines);
        log = new FailureLog(logger, "callee", nanos::get);
    }

    private List<Object> suppressed() {
        return lines.list.stream().map(line -> line.getArgumentArray()[2]).toList();
    }

    @Test
    void aKindOfFailureIsLoggedOnceAMinuteWithTheNumberLeftOut() {
        for (int i = 0; i < 1_000; i++) {
            log.report(Failure.THREW, new Exception("on purpose"));
        }
        assertEquals(List.of(0L), suppressed());

        nanos.addAndGet(FailureLog.INTERVAL_NANOS - 1);
        log.report(Failure.THREW, null);
        assertEquals(1, lines.list.size());

        nanos.addAndGet(1);
        log.report(Failure.THREW, null);
        assertEquals(List.of(0L, 1_000L), suppressed());
    }

    @Test
    void eachKindIsLogged() {
        for (int i = 0; i < 10; i++) {
            Arrays.stream(Failure.values()).forEach(failure -> log.report(failure, null));
        }

        assertEquals(Failure.values().length, lines.list.size());
    }
}
