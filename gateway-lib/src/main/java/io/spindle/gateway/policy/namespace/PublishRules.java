package io.spindle.gateway.policy.namespace;

import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.channel.Delivery;
import io.spindle.gateway.api.client.ConnectedClient;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Who may publish what, and call a channel's worker. Immutable. */
final class PublishRules {
    private final Proxies proxies;
    private final Grants grants;

    PublishRules(Proxies proxies, Grants grants) {
        this.proxies = proxies;
        this.grants = grants;
    }

    CompletionStage<Decision> decide(ConnectedClient client, Place place, ChannelAction.Publish action) {
        Namespace namespace = place.namespace();
        if (!namespace.accepts(action.data())) {
            return Refusals.stage(Refusals.BAD_DATA);
        }
        Optional<String> proxy = namespace.options().proxies().publish();
        if (proxy.isPresent()) {
            return proxies.publish(proxy.get()).decide(client, place.channel(), action);
        }
        return grants.permits(namespace.permissions().publish(), client, action.subscribed())
                ? namespace.allowed()
                : Refusals.stage(Refusals.NO_PERMISSION);
    }

    /** Whoever may publish to a worker may call it. */
    CompletionStage<Decision> decide(ConnectedClient client, Place place, ChannelAction.Call action) {
        Namespace namespace = place.namespace();
        if (namespace.options().workers().delivery() == Delivery.NONE) {
            return Refusals.stage(Refusals.NO_WORKER);
        }
        return grants.permits(namespace.permissions().publish(), client, action.subscribed())
                ? namespace.allowed()
                : Refusals.stage(Refusals.NO_PERMISSION);
    }
}
