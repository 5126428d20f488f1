package io.spindle.gateway.http.api;

import io.spindle.gateway.presence.PresenceEntry;
import io.spindle.gateway.presence.PresenceStats;
import io.spindle.gateway.protocol.json.JsonWriter;
import java.util.List;

/** {@code presence} and {@code presence_stats}: who is in a channel, or how many. */
final class PresenceMethods {
    private static final byte[] PRESENCE = JsonWriter.name("presence");
    private static final byte[] NUM_CLIENTS = JsonWriter.name("num_clients");
    private static final byte[] NUM_USERS = JsonWriter.name("num_users");

    private PresenceMethods() {}

    static ChannelRequest presence() {
        return new ChannelRequest((api, channel) -> api.presence(channel).thenApply(PresenceMethods::result));
    }

    static ChannelRequest stats() {
        return new ChannelRequest((api, channel) -> api.presenceStats(channel).thenApply(PresenceMethods::result));
    }

    private static ResultFields result(List<PresenceEntry> entries) {
        return out -> {
            out.begin(PRESENCE);
            for (PresenceEntry entry : entries) {
                out.beginEntry(entry.clientId());
                PublicationFields.client(out, entry.info());
                out.end();
            }
            out.end();
        };
    }

    private static ResultFields result(PresenceStats stats) {
        return out -> {
            out.alwaysNumber(NUM_CLIENTS, stats.clients());
            out.alwaysNumber(NUM_USERS, stats.users());
        };
    }
}
