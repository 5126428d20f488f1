package io.spindle.gateway.policy.namespace;

import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.auth.SubscriptionTokens;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Collects what a {@link NamespacePolicy} decides by. Not thread-safe. */
public final class NamespacePolicyBuilder {
    private final ChannelNamespaces namespaces;
    private final Map<String, ChannelPolicy> subscribeProxies = new TreeMap<>();
    private final Map<String, ChannelPolicy> publishProxies = new TreeMap<>();
    private final Map<String, ChannelPolicy> subRefreshProxies = new TreeMap<>();
    private SubscriptionTokens tokens = SubscriptionTokens.builder().build();
    private boolean insecure;

    NamespacePolicyBuilder(ChannelNamespaces namespaces) {
        this.namespaces = namespaces;
    }

    /** What verifies subscription tokens; default: every token is invalid. */
    public NamespacePolicyBuilder subscriptionTokens(SubscriptionTokens tokens) {
        this.tokens = tokens;
        return this;
    }

    /**
     * {@code client.insecure}: permits everybody what no other rule forbids. It opens no private channels, no unknown
     * namespaces, no malformed names, and nothing that is off. Default false.
     */
    public NamespacePolicyBuilder insecure(boolean insecure) {
        this.insecure = insecure;
        return this;
    }

    /**
     * A subscribe proxy, by the name that namespaces call it.
     *
     * @param proxy asked about {@code Subscribe} actions alone; must not block. What it allows counts as it is, but for who
     *     refreshes the subscription: that is the namespace's
     */
    public NamespacePolicyBuilder subscribeProxy(String name, ChannelPolicy proxy) {
        subscribeProxies.put(name, proxy);
        return this;
    }

    /**
     * A publish proxy, by the name that namespaces call it.
     *
     * @param proxy asked about {@code Publish} actions alone; must not block. What it allows counts as it is
     */
    public NamespacePolicyBuilder publishProxy(String name, ChannelPolicy proxy) {
        publishProxies.put(name, proxy);
        return this;
    }

    /**
     * A sub-refresh proxy, by the name that namespaces call it.
     *
     * @param proxy asked about {@code RefreshSubscription} actions alone, without a token; must not block
     */
    public NamespacePolicyBuilder subRefreshProxy(String name, ChannelPolicy proxy) {
        subRefreshProxies.put(name, proxy);
        return this;
    }

    /**
     * Makes the policy.
     *
     * @throws NamespacesException if namespaces name proxies that are not there: with each of them
     */
    public NamespacePolicy build() {
        NamespaceFaults faults = new NamespaceFaults();
        namespaces.all().forEach((path, namespace) -> {
            ProxyNames names = namespace.options().proxies();
            unknown(faults, path + ".subscribe_proxy_name", names.subscribe(), subscribeProxies.keySet());
            unknown(faults, path + ".publish_proxy_name", names.publish(), publishProxies.keySet());
            unknown(faults, path + ".sub_refresh_proxy_name", names.subRefresh(), subRefreshProxies.keySet());
        });
        faults.report();
        return new NamespacePolicy(
                namespaces, tokens, new Proxies(subscribeProxies, publishProxies, subRefreshProxies), insecure);
    }

    private static void unknown(NamespaceFaults faults, String option, Optional<String> name, Set<String> known) {
        name.filter(wanted -> !known.contains(wanted))
                .ifPresent(missing -> faults.add(option + ": \"" + missing + "\" (expected: a proxy that is there; "
                        + (known.isEmpty() ? "none is" : String.join(", ", known)) + ")"));
    }
}
