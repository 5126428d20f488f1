package io.spindle.gateway.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetrySettingsTest {
    @Test
    void thePauseDoublesUpToItsBound() {
        List<Long> pauses = IntStream.rangeClosed(1, 8)
                .mapToObj(failures -> RetrySettings.DEFAULT.backoff(failures).toMillis())
                .toList();

        assertEquals(List.of(100L, 200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L), pauses);
    }

    @Test
    void thePauseStaysAtItsBoundHoweverOftenItFailed() {
        assertEquals(Duration.ofSeconds(5), RetrySettings.DEFAULT.backoff(Integer.MAX_VALUE));
    }

    @Test
    void anImpossibleValueIsRefusedByName() {
        Duration second = Duration.ofSeconds(1);

        assertTrue(refusal(0, second, second, second).startsWith("maxAttempts: 0 "));
        assertTrue(refusal(1, Duration.ZERO, second, second).startsWith("initialBackoff: PT0S "));
        assertTrue(refusal(1, second, Duration.ofMillis(1), second).startsWith("maxBackoff: PT0.001S "));
        assertTrue(refusal(1, second, second, second.negated()).startsWith("handlerTimeout: PT-1S "));
    }

    private static String refusal(int maxAttempts, Duration initialBackoff, Duration maxBackoff, Duration timeout) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> new RetrySettings(maxAttempts, initialBackoff, maxBackoff, timeout))
                .getMessage();
    }
}
