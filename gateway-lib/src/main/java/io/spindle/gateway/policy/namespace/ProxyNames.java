package io.spindle.gateway.policy.namespace;

import java.util.Objects;
import java.util.Optional;

/**
 * Which proxies decide in a namespace instead of its permissions.
 *
 * @param subscribe decides about subscribing, except with a token or to a user-limited channel
 * @param publish decides about publishing
 * @param subRefresh prolongs subscriptions that expire, instead of the client's new token
 */
public record ProxyNames(Optional<String> subscribe, Optional<String> publish, Optional<String> subRefresh) {
    /** None. */
    public static final ProxyNames NONE = new ProxyNames(Optional.empty(), Optional.empty(), Optional.empty());

    public ProxyNames {
        Objects.requireNonNull(subscribe, "subscribe");
        Objects.requireNonNull(publish, "publish");
        Objects.requireNonNull(subRefresh, "subRefresh");
    }
}
