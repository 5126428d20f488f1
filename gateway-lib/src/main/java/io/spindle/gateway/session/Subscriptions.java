package io.spindle.gateway.session;

import io.spindle.gateway.api.auth.ServerSubscription;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The channels of one session; holds no memory while there is none. Confined to the session's serial work. */
final class Subscriptions {
    private @Nullable Map<String, Subscription> byChannel;

    @Nullable Subscription get(String channel) {
        return byChannel == null ? null : byChannel.get(channel);
    }

    int count() {
        return byChannel == null ? 0 : byChannel.size();
    }

    void add(Subscription subscription) {
        if (byChannel == null) {
            // Most clients have one channel or a few.
            byChannel = new HashMap<>(4);
        }
        byChannel.put(subscription.channel(), subscription);
    }

    @Nullable Subscription remove(String channel) {
        return byChannel == null ? null : byChannel.remove(channel);
    }

    /** Takes one out, if it is the channel's. */
    boolean remove(Subscription subscription) {
        return byChannel != null && byChannel.remove(subscription.channel(), subscription);
    }

    /**
     * Whether a new token of the connection grants the subscriptions that there are: all those of the former token, and
     * none besides that the client does not have.
     */
    boolean matchToken(Map<String, ServerSubscription> granted) {
        for (Map.Entry<String, ServerSubscription> grant : granted.entrySet()) {
            if (grant.getValue().renewed() && get(grant.getKey()) == null) {
                return false;
            }
        }
        return all().stream()
                .allMatch(subscription -> !subscription.isOfToken() || granted.containsKey(subscription.channel()));
    }

    Collection<Subscription> all() {
        return byChannel == null ? List.of() : byChannel.values();
    }

    /** Takes all of them out. */
    Collection<Subscription> removeAll() {
        Map<String, Subscription> all = byChannel;
        byChannel = null;
        return all == null ? List.of() : all.values();
    }
}
