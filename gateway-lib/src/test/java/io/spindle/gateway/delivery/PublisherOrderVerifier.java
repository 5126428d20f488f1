package io.spindle.gateway.delivery;

import io.spindle.gateway.protocol.StreamPosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one subscriber of a channel without history may rely on: each publisher's publications come in their order, and
 * while it is subscribed none of them is missing or doubled. What it misses while it is away is lost without a word.
 */
final class PublisherOrderVerifier implements Verifier {
    private final Map<String, Integer> next = new HashMap<>();
    private final Set<String> heardInThisStay = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private final int total;
    private int heard;

    /** @param total how many publications there will be */
    PublisherOrderVerifier(int total) {
        this.total = total;
    }

    @Override
    public Optional<StreamPosition> position() {
        return Optional.empty();
    }

    @Override
    public synchronized void subscribed(Entry entry) {
        heardInThisStay.clear();
        if (!entry.position().equals(StreamPosition.ZERO) || !entry.missed().isEmpty()) {
            fault("a position, or missed publications: " + entry);
        }
    }

    @Override
    public synchronized void delivered(Seen seen) {
        String[] parts = seen.text().split("-");
        int number = Integer.parseInt(parts[1]);
        int expected = next.getOrDefault(parts[0], 0);
        boolean mayHaveMissed = heardInThisStay.add(parts[0]);
        if (number < expected || number > expected && !mayHaveMissed) {
            fault(seen.text() + " instead of " + parts[0] + "-" + expected);
        }
        if (seen.offset() != 0) {
            fault("an offset: " + seen);
        }
        next.put(parts[0], number + 1);
        heard++;
    }

    @Override
    public synchronized void fault(String what) {
        if (faults.size() < 5) {
            faults.add(what);
        }
    }

    @Override
    public synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    @Override
    public synchronized boolean hasSeenAll() {
        return heard == total;
    }
}
