package io.spindle.gateway.http.admission;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConnectionBucketTest {
    private final AtomicLong now = new AtomicLong();
    private final ConnectionBucket bucket = new ConnectionBucket(3, now::get);

    @Test
    void soManyMayComeAtOnce() {
        assertTrue(bucket.take() && bucket.take() && bucket.take());
        assertFalse(bucket.take());
    }

    @Test
    void oneMoreMayComeWithEachSecond() {
        takeAll();

        now.addAndGet(Duration.ofMillis(999).toNanos());
        assertFalse(bucket.take());
        now.addAndGet(Duration.ofMillis(1).toNanos());
        assertTrue(bucket.take());
        assertFalse(bucket.take());
    }

    @Test
    void afterALongTimeThereAreNoMoreThanAtFirst() {
        takeAll();

        now.addAndGet(Duration.ofHours(1).toNanos());

        soManyMayComeAtOnce();
    }

    private void takeAll() {
        while (bucket.take()) {
            // until it is empty
        }
    }
}
