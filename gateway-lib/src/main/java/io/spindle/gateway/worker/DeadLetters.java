package io.spindle.gateway.worker;

import io.spindle.gateway.api.event.ClientEvent;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Events that were set aside, oldest first, until somebody takes them. Bounded: nothing is pushed out, a full store
 * refuses.
 *
 * <p>Thread-safe: one lock, held for a few steps.
 */
public final class DeadLetters {
    private final Object lock = new Object();
    private final ArrayDeque<DeadLetter> letters = new ArrayDeque<>();
    private final EventTally tally;
    private final Clock clock;

    DeadLetters(DeadLetterLimits limits, Clock clock) {
        this.tally = new EventTally(limits.maxDeadLetters(), limits.maxDeadLetterBytes());
        this.clock = clock;
    }

    /** Keeps the event, unless the store is full. */
    boolean add(ClientEvent event, String reason, int attempts) {
        synchronized (lock) {
            if (!tally.add(event)) {
                return false;
            }
            letters.add(new DeadLetter(event, reason, attempts, clock.instant()));
            return true;
        }
    }

    public int size() {
        synchronized (lock) {
            return letters.size();
        }
    }

    /** Takes the oldest out, which makes room: channels that wait for it go on within {@code maxBackoff}. */
    public List<DeadLetter> take(int max) {
        synchronized (lock) {
            List<DeadLetter> taken = new ArrayList<>();
            while (taken.size() < max && !letters.isEmpty()) {
                DeadLetter letter = letters.remove();
                tally.remove(letter.event());
                taken.add(letter);
            }
            return taken;
        }
    }
}
