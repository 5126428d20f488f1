package io.spindle.gateway.http.origin;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OriginRefusalsTest {
    private final AtomicLong clock = new AtomicLong();
    private final OriginRefusals refusals = new OriginRefusals(clock::get);

    @Test
    void eachOriginIsLoggedOnceAMinute() {
        assertTrue(refusals.isDue("https://a.example"));
        assertFalse(refusals.isDue("https://a.example"));
        assertTrue(refusals.isDue("https://b.example"));

        clock.addAndGet(OriginRefusals.INTERVAL.toNanos());

        assertTrue(refusals.isDue("https://a.example"));
    }

    @Test
    void aFloodOfOriginsIsForgottenAfterAMinute() {
        for (int i = 0; i < OriginRefusals.MAX_REMEMBERED; i++) {
            assertTrue(refusals.isDue("https://" + i + ".example"));
        }
        assertFalse(refusals.isDue("https://one-more.example"));

        clock.addAndGet(OriginRefusals.INTERVAL.toNanos());

        assertTrue(refusals.isDue("https://one-more.example"));
    }
}
