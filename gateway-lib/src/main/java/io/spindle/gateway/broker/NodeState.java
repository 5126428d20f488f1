package io.spindle.gateway.broker;

import java.time.Duration;
import java.util.Map;

/**
 * What a node says of itself.
 *
 * @param id its id, as it was started with
 * @param name where it runs, for people
 * @param clients open connections
 * @param users distinct users of these; all anonymous ones together count as one
 * @param subscribers how many each channel has there, for channels that have some
 */
public record NodeState(
        String id,
        String name,
        String version,
        int clients,
        int users,
        Map<String, Integer> subscribers,
        Duration uptime) {
    public NodeState {
        subscribers = Map.copyOf(subscribers);
    }

    /** Subscriptions of all clients together. */
    public int subscriptions() {
        return subscribers.values().stream().mapToInt(Integer::intValue).sum();
    }
}
