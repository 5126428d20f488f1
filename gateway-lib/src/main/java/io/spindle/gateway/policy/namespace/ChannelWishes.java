package io.spindle.gateway.policy.namespace;

import io.spindle.gateway.api.auth.Authentication.Accepted;
import io.spindle.gateway.api.auth.ServerSubscription;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Subscribes clients that connect to the channels that they name, as far as they could subscribe to them without a token. */
record ChannelWishes(ChannelNamespaces namespaces, boolean insecure) {
    /**
     * Adds what is granted to what the client has already; the rest is left out without a word.
     *
     * @return empty if a channel's namespace does not exist
     */
    Optional<Accepted> addTo(Accepted accepted, Set<String> channels) {
        if (channels.isEmpty()) {
            return Optional.of(accepted);
        }
        Map<String, ServerSubscription> subscriptions = new HashMap<>(accepted.subscriptions());
        for (String channel : channels) {
            Optional<Place> place = namespaces.find(channel);
            if (place.isEmpty()) {
                return Optional.empty();
            }
            if (isGranted(place.get(), accepted.userId())) {
                subscriptions.putIfAbsent(channel, ServerSubscription.PLAIN);
            }
        }
        return Optional.of(accepted.withSubscriptions(subscriptions));
    }

    private boolean isGranted(Place place, String userId) {
        Namespace namespace = place.namespace();
        if (namespaces.syntax().isPrivate(place.channel())
                || namespace.options().proxies().subscribe().isPresent()
                || !place.isNamedWell()) {
            return false;
        }
        return isPermitted(place, namespace.permissions(), userId) || insecure;
    }

    private boolean isPermitted(Place place, Permissions permissions, String userId) {
        ChannelSyntax syntax = namespaces.syntax();
        boolean anonymous = userId.isEmpty();
        return permissions.userLimitedChannels() && syntax.isUserLimited(place.channel())
                ? !anonymous && syntax.lists(place.channel(), userId)
                : permissions.subscribe().allows(anonymous, false);
    }
}
