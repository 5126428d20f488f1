package io.spindle.gateway.http.origin;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs refusals, each origin once a minute. Remembers at most {@value #MAX_REMEMBERED} origins; while there are more
 * than that in a minute, further ones are not logged (their requests are answered all the same). Thread-safe.
 */
public final class OriginRefusals {
    static final Duration INTERVAL = Duration.ofMinutes(1);
    static final int MAX_REMEMBERED = 1_000;

    private static final Logger log = LoggerFactory.getLogger(OriginRefusals.class);

    private final LongSupplier nanoClock;
    /** Hash of the origin to the time of its last line, oldest first; origins themselves may be long. */
    private final Map<Integer, Long> loggedAt = new LinkedHashMap<>();

    public OriginRefusals() {
        this(System::nanoTime);
    }

    OriginRefusals(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    public void add(OriginVerdict refused) {
        if (isDue(refused.origin())) {
            log.warn("WebSocket handshake refused: {}", refused.refusal());
        }
    }

    synchronized boolean isDue(String origin) {
        long now = nanoClock.getAsLong();
        Iterator<Long> oldest = loggedAt.values().iterator();
        while (oldest.hasNext() && now - oldest.next() >= INTERVAL.toNanos()) {
            oldest.remove();
        }
        return loggedAt.size() < MAX_REMEMBERED && loggedAt.putIfAbsent(origin.hashCode(), now) == null;
    }
}
