package io.spindle.gateway.benchmark;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Which messages of which clients one client has received. Thread-safe. */
final class Received {
    private final Map<Integer, BitSet> seen = new HashMap<>();
    private long duplicates;

    synchronized void add(int client, int message) {
        BitSet messages = seen.computeIfAbsent(client, key -> new BitSet());
        if (messages.get(message)) {
            duplicates++;
        }
        messages.set(message);
    }

    /** Of the first so many messages of a client, those that have not come. */
    synchronized long missing(int client, int published) {
        return published
                - seen.getOrDefault(client, new BitSet()).get(0, published).cardinality();
    }

    synchronized long duplicates() {
        return duplicates;
    }
}
