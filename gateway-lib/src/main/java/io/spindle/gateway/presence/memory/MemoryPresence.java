package io.spindle.gateway.presence.memory;

import io.spindle.gateway.presence.Presence;
import io.spindle.gateway.presence.PresenceEntry;
import io.spindle.gateway.presence.PresenceStats;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Presence in this process. Thread-safe: a channel's map is touched only inside {@code compute} of its key. */
public final class MemoryPresence implements Presence {
    private static final CompletionStage<Void> DONE = CompletableFuture.completedFuture(null);

    private final ConcurrentHashMap<String, Map<String, PresenceEntry>> channels = new ConcurrentHashMap<>();

    @Override
    public CompletionStage<Void> add(String channel, PresenceEntry entry) {
        channels.compute(channel, (name, present) -> {
            // Most channels of a large installation hold one or two clients.
            Map<String, PresenceEntry> entries = present == null ? new HashMap<>(2) : present;
            // A client that is told of again and again keeps the entry that it has: nothing old is replaced.
            if (!entry.equals(entries.get(entry.clientId()))) {
                entries.put(entry.clientId(), entry);
            }
            return entries;
        });
        return DONE;
    }

    @Override
    public CompletionStage<Void> remove(String channel, String clientId) {
        channels.computeIfPresent(channel, (name, entries) -> {
            entries.remove(clientId);
            return entries.isEmpty() ? null : entries;
        });
        return DONE;
    }

    @Override
    public CompletionStage<List<PresenceEntry>> list(String channel) {
        return CompletableFuture.completedFuture(snapshot(channel));
    }

    @Override
    public CompletionStage<PresenceStats> stats(String channel) {
        List<PresenceEntry> entries = snapshot(channel);
        Set<String> users = new HashSet<>();
        for (PresenceEntry entry : entries) {
            users.add(entry.info().user());
        }
        return CompletableFuture.completedFuture(new PresenceStats(entries.size(), users.size()));
    }

    private List<PresenceEntry> snapshot(String channel) {
        Snapshot snapshot = new Snapshot();
        channels.computeIfPresent(channel, (name, entries) -> {
            snapshot.entries = List.copyOf(entries.values());
            return entries;
        });
        return snapshot.entries;
    }

    @Override
    public void close() {
        channels.clear();
    }

    private static final class Snapshot {
        private List<PresenceEntry> entries = List.of();
    }
}
