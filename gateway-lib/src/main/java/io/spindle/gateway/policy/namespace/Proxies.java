package io.spindle.gateway.policy.namespace;

import io.spindle.gateway.api.channel.ChannelPolicy;
import java.util.Map;
import java.util.Objects;

/** Those who decide instead of permissions, by name; each that a namespace names is there. Immutable. */
record Proxies(
        Map<String, ChannelPolicy> subscribe,
        Map<String, ChannelPolicy> publish,
        Map<String, ChannelPolicy> subRefresh) {
    Proxies {
        subscribe = Map.copyOf(subscribe);
        publish = Map.copyOf(publish);
        subRefresh = Map.copyOf(subRefresh);
    }

    ChannelPolicy subscribe(String name) {
        return Objects.requireNonNull(subscribe.get(name), name);
    }

    ChannelPolicy publish(String name) {
        return Objects.requireNonNull(publish.get(name), name);
    }

    ChannelPolicy subRefresh(String name) {
        return Objects.requireNonNull(subRefresh.get(name), name);
    }
}
