package io.spindle.gateway.worker;

import static io.spindle.gateway.worker.Events.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.api.Payload;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void aDeadLetterSaysWhatFailedHowOftenAndWhen() {
        DeadLetters letters = letters(DeadLetterLimits.DEFAULT);

        letters.add(message("chat", 1), "broken", 5);

        assertEquals(List.of(new DeadLetter(message("chat", 1), "broken", 5, NOW)), letters.take(10));
    }

    @Test
    void theOldestAreTakenFirst() {
        DeadLetters letters = letters(DeadLetterLimits.DEFAULT);
        letters.add(message("chat", 1), "broken", 5);
        letters.add(message("chat", 2), "broken", 5);

        assertEquals("chat/1", letters.take(1).get(0).event().id());
        assertEquals(1, letters.size());
        assertEquals("chat/2", letters.take(1).get(0).event().id());
        assertEquals(List.of(), letters.take(1));
    }

    @Test
    void aFullStoreRefusesAndKeepsWhatItHas() {
        DeadLetters letters = letters(new DeadLetterLimits(1, Long.MAX_VALUE));
        letters.add(message("chat", 1), "broken", 5);

        assertFalse(letters.add(message("chat", 2), "broken", 5));

        assertEquals("chat/1", letters.take(1).get(0).event().id());
        assertTrue(letters.add(message("chat", 2), "broken", 5));
    }

    @Test
    void bytesAreBoundedToo() {
        DeadLetters letters = letters(new DeadLetterLimits(10, 2_000));
        Payload large = Payload.binary(new byte[1_500]);
        letters.add(message("chat", 1, large), "broken", 5);

        assertFalse(letters.add(message("chat", 2, large), "broken", 5));

        letters.take(1);
        assertTrue(letters.add(message("chat", 2, large), "broken", 5));
    }

    private static DeadLetters letters(DeadLetterLimits limits) {
        return new DeadLetters(limits, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
