package io.spindle.gateway.protocol.json;

import io.spindle.gateway.protocol.ClientInfo;
import io.spindle.gateway.protocol.Result;
import java.util.Map;

/** A result under its name, which is there also if the result is empty. */
final class ResultWriter {
    private static final byte[] CONNECT = JsonWriter.name("connect");
    private static final byte[] SUBSCRIBE = JsonWriter.name("subscribe");
    private static final byte[] UNSUBSCRIBE = JsonWriter.name("unsubscribe");
    private static final byte[] PUBLISH = JsonWriter.name("publish");
    private static final byte[] PRESENCE = JsonWriter.name("presence");
    private static final byte[] PRESENCE_STATS = JsonWriter.name("presence_stats");
    private static final byte[] HISTORY = JsonWriter.name("history");
    private static final byte[] RPC = JsonWriter.name("rpc");
    private static final byte[] REFRESH = JsonWriter.name("refresh");
    private static final byte[] SUB_REFRESH = JsonWriter.name("sub_refresh");

    private static final byte[] EXPIRES = JsonWriter.name("expires");
    private static final byte[] TTL = JsonWriter.name("ttl");
    private static final byte[] DATA = JsonWriter.name("data");
    private static final byte[] NUM_CLIENTS = JsonWriter.name("num_clients");
    private static final byte[] NUM_USERS = JsonWriter.name("num_users");
    private static final byte[] PUBLICATIONS = JsonWriter.name("publications");
    private static final byte[] EPOCH = JsonWriter.name("epoch");
    private static final byte[] OFFSET = JsonWriter.name("offset");

    private ResultWriter() {}

    static void write(JsonWriter out, Result result) {
        if (result instanceof Result.Publish) {
            out.begin(PUBLISH);
        } else if (result instanceof Result.Connect connect) {
            out.begin(CONNECT);
            ConnectResultWriter.fields(out, connect);
        } else if (result instanceof Result.Subscribe subscribe) {
            out.begin(SUBSCRIBE);
            SubscribeResultWriter.fields(out, subscribe);
        } else if (result instanceof Result.Unsubscribe) {
            out.begin(UNSUBSCRIBE);
        } else if (result instanceof Result.Presence presence) {
            out.begin(PRESENCE);
            presence(out, presence.presence());
        } else if (result instanceof Result.PresenceStats stats) {
            out.begin(PRESENCE_STATS);
            out.alwaysNumber(NUM_CLIENTS, stats.numClients());
            out.alwaysNumber(NUM_USERS, stats.numUsers());
        } else if (result instanceof Result.History history) {
            out.begin(HISTORY);
            history(out, history);
        } else if (result instanceof Result.Rpc rpc) {
            out.begin(RPC);
            out.data(DATA, rpc.data());
        } else if (result instanceof Result.Refresh refresh) {
            out.begin(REFRESH);
            expiry(out, refresh.expires(), refresh.ttl());
        } else if (result instanceof Result.SubRefresh refresh) {
            out.begin(SUB_REFRESH);
            expiry(out, refresh.expires(), refresh.ttl());
        } else {
            throw new IllegalStateException("no encoding: " + result.getClass().getName());
        }
        out.end();
    }

    /** What a refresh answers: of a connection or of a subscription, asked for or not. */
    static void expiry(JsonWriter out, boolean expires, int ttl) {
        out.bool(EXPIRES, expires);
        out.number(TTL, ttl);
    }

    private static void presence(JsonWriter out, Map<String, ClientInfo> clients) {
        out.begin(PRESENCE);
        for (Map.Entry<String, ClientInfo> entry : clients.entrySet()) {
            out.beginEntry(entry.getKey());
            ClientInfoWriter.fields(out, entry.getValue());
            out.end();
        }
        out.end();
    }

    private static void history(JsonWriter out, Result.History history) {
        PublicationWriter.list(out, PUBLICATIONS, history.publications());
        out.alwaysString(EPOCH, history.top().epoch());
        out.alwaysLong(OFFSET, history.top().offset());
    }
}
