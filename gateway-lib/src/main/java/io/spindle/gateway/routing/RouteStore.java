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
    /**
     * The worker of a channel; reading extends the route's life. A channel without a route is given the candidate first,
     * unless somebody else is quicker: what the route then is counts.
     *
     * @param candidate absent: the route is only read
     */
    CompletionStage<Optional<String>> readOrSet(String channel, Optional<String> candidate);

    /** The routes of several channels, each read as alone; channels without one are left out. */
    CompletionStage<Map<String, String>> readAll(Collection<String> channels);

    /** Replaces a route if it still names the old worker, and answers what it then is. */
    CompletionStage<String> replace(String channel, String oldWorkerId, String newWorkerId);
}
