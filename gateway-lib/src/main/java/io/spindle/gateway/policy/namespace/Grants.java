package io.spindle.gateway.policy.namespace;

import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.auth.ServerSubscription;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.channel.PublishTerms;
import io.spindle.gateway.api.channel.SubscribeTerms;
import io.spindle.gateway.api.client.ConnectedClient;
import java.time.Instant;
import java.util.Optional;

/**
 * What clients get.
 *
 * @param insecure whether everything is permitted that no other rule forbids
 */
record Grants(boolean insecure) {
    boolean permits(Access access, ConnectedClient client, boolean subscribed) {
        return access.allows(client.isAnonymous(), subscribed) || insecure;
    }

    /**
     * A subscription.
     *
     * @param subscription what the client gets with it
     */
    Decision subscription(
            ConnectedClient client, Namespace namespace, ServerSubscription subscription, Optional<Instant> expiresAt) {
        // Whoever subscribes may ask for what subscribers may have.
        boolean presenceAccess = permits(namespace.permissions().presence(), client, true);
        boolean historyAccess = permits(namespace.permissions().history(), client, true);
        return new Decision.Allow(
                namespace.channelOptions(subscription.overrides(), presenceAccess, historyAccess),
                new SubscribeTerms(subscription.channelInfo(), subscription.data(), expiresAt, refreshIn(namespace)),
                PublishTerms.PLAIN);
    }

    static Refresh refreshIn(Namespace namespace) {
        return namespace.options().proxies().subRefresh().isPresent() ? Refresh.BY_GATEWAY : Refresh.BY_CLIENT;
    }
}
