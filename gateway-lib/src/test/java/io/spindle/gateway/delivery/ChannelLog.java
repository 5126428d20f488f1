package io.spindle.gateway.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What all subscribers together have seen of a channel in which publishers count: {@code 7-0}, {@code 7-1} and so on for
 * publisher 7. Thread-safe.
 */
final class ChannelLog {
    private final AtomicReferenceArray<String> byOffset;

    /** @param total how many publications there will be */
    ChannelLog(int total) {
        byOffset = new AtomicReferenceArray<>(total + 1);
    }

    int total() {
        return byOffset.length() - 1;
    }

    /** Returns what is wrong with it, if something is. */
    Optional<String> saw(Seen seen) {
        if (seen.offset() < 1 || seen.offset() > total()) {
            return Optional.of("an offset that was never given: " + seen);
        }
        int offset = (int) seen.offset();
        boolean first = byOffset.compareAndSet(offset, null, seen.text());
        return first || byOffset.get(offset).equals(seen.text())
                ? Optional.empty()
                : Optional.of("at offset " + offset + " " + seen.text() + ", for another " + byOffset.get(offset));
    }

    /** Returns what is wrong with the whole: each publisher's numbers must be there once, in order. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        Map<String, Integer> next = new HashMap<>();
        for (int offset = 1; offset <= total(); offset++) {
            String text = byOffset.get(offset);
            if (text == null) {
                faults.add("nobody saw offset " + offset);
                continue;
            }
            String[] parts = text.split("-");
            int expected = next.getOrDefault(parts[0], 0);
            if (Integer.parseInt(parts[1]) != expected) {
                faults.add("at offset " + offset + " " + text + " instead of " + parts[0] + "-" + expected);
            }
            next.put(parts[0], Integer.parseInt(parts[1]) + 1);
        }
        return faults.subList(0, Math.min(5, faults.size()));
    }
}
