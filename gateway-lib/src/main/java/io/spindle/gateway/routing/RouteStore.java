package io.spindle.gateway.routing;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Where routes are kept for all gateways. Any thread may call; nothing blocks; stages fail when the store can't be
 * reached, and complete on a thread that must not be held up.
 */
public interface RouteStore {
    /** The worker of a channel; reading extends the route's life. */
    CompletionStage<Optional<String>> read(String channel);

    /** The routes of several channels, as {@link #read}; channels without one are left out. */
    CompletionStage<Map<String, String>> readAll(Collection<String> channels);

    /** Sets the route of a channel that has none, and answers what it then is. */
    CompletionStage<String> setIfAbsent(String channel, String workerId);

    /** Replaces a route if it still names the old worker, and answers what it then is. */
    CompletionStage<String> replace(String channel, String oldWorkerId, String newWorkerId);
}
