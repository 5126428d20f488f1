package io.spindle.gateway.presence;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Who is in a channel, over all nodes. Never blocks; a failed stage means that the store can't be reached. */
public interface Presence extends AutoCloseable {
    /** Adds a client, or replaces what is known of it. */
    CompletionStage<Void> add(String channel, PresenceEntry entry);

    CompletionStage<Void> remove(String channel, String clientId);

    /** Everybody in the channel; empty for a channel that nobody is in. */
    CompletionStage<List<PresenceEntry>> list(String channel);

    CompletionStage<PresenceStats> stats(String channel);

    @Override
    void close();
}
