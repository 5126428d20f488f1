package io.spindle.gateway.session;

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

    /** Takes all of them out. */
    Collection<Subscription> removeAll() {
        Map<String, Subscription> all = byChannel;
        byChannel = null;
        return all == null ? List.of() : all.values();
    }
}
