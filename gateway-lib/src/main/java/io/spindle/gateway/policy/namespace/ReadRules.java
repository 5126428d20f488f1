package io.spindle.gateway.policy.namespace;

import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.client.ConnectedClient;
import java.util.concurrent.CompletionStage;

/** Who may see presence and read history. What is not there is said to be so before anybody's permission. Immutable. */
final class ReadRules {
    private final Grants grants;

    ReadRules(Grants grants) {
        this.grants = grants;
    }

    CompletionStage<Decision> decide(ConnectedClient client, Place place, ChannelAction.Presence action) {
        Namespace namespace = place.namespace();
        if (!namespace.options().presence().presence()) {
            return Refusals.stage(Refusals.NO_PRESENCE);
        }
        return decide(client, namespace, namespace.permissions().presence(), action.subscribed());
    }

    CompletionStage<Decision> decide(ConnectedClient client, Place place, ChannelAction.History action) {
        Namespace namespace = place.namespace();
        if (!namespace.options().history().isKept()) {
            return Refusals.stage(Refusals.NO_HISTORY);
        }
        return decide(client, namespace, namespace.permissions().history(), action.subscribed());
    }

    private CompletionStage<Decision> decide(
            ConnectedClient client, Namespace namespace, Access access, boolean subscribed) {
        return grants.permits(access, client, subscribed)
                ? namespace.allowed()
                : Refusals.stage(Refusals.NO_PERMISSION);
    }
}
