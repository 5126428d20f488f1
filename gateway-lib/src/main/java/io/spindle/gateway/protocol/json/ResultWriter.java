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
    private static final byte[] RPC = JsonWriter.name("rpc");
    private static final byte[] REFRESH = JsonWriter.name("refresh");

    private static final byte[] CLIENT = JsonWriter.name("client");
    private static final byte[] VERSION = JsonWriter.name("version");
    private static final byte[] EXPIRES = JsonWriter.name("expires");
    private static final byte[] TTL = JsonWriter.name("ttl");
    private static final byte[] DATA = JsonWriter.name("data");
    private static final byte[] PING = JsonWriter.name("ping");
    private static final byte[] PONG = JsonWriter.name("pong");
    private static final byte[] WAS_RECOVERING = JsonWriter.name("was_recovering");
    private static final byte[] NUM_CLIENTS = JsonWriter.name("num_clients");
    private static final byte[] NUM_USERS = JsonWriter.name("num_users");

    private ResultWriter() {}

    static void write(JsonWriter out, Result result) {
        if (result instanceof Result.Publish) {
            out.begin(PUBLISH);
        } else if (result instanceof Result.Connect connect) {
            connect(out, connect);
        } else if (result instanceof Result.Subscribe subscribe) {
            out.begin(SUBSCRIBE);
            out.data(DATA, subscribe.data());
            out.bool(WAS_RECOVERING, subscribe.wasRecovering());
        } else if (result instanceof Result.Unsubscribe) {
            out.begin(UNSUBSCRIBE);
        } else if (result instanceof Result.Presence presence) {
            presence(out, presence.presence());
        } else if (result instanceof Result.PresenceStats stats) {
            out.begin(PRESENCE_STATS);
            out.alwaysNumber(NUM_CLIENTS, stats.numClients());
            out.alwaysNumber(NUM_USERS, stats.numUsers());
        } else if (result instanceof Result.Rpc rpc) {
            out.begin(RPC);
            out.data(DATA, rpc.data());
        } else if (result instanceof Result.Refresh refresh) {
            out.begin(REFRESH);
            out.bool(EXPIRES, refresh.expires());
            out.number(TTL, refresh.ttl());
        } else {
            throw new IllegalStateException("no encoding: " + result.getClass().getName());
        }
        out.end();
    }

    private static void connect(JsonWriter out, Result.Connect connect) {
        out.begin(CONNECT);
        out.string(CLIENT, connect.client());
        out.string(VERSION, connect.version());
        out.bool(EXPIRES, connect.expires());
        out.number(TTL, connect.ttl());
        out.data(DATA, connect.data());
        out.number(PING, connect.ping());
        out.bool(PONG, connect.pong());
    }

    private static void presence(JsonWriter out, Map<String, ClientInfo> clients) {
        out.begin(PRESENCE);
        out.begin(PRESENCE);
        for (Map.Entry<String, ClientInfo> entry : clients.entrySet()) {
            out.beginEntry(entry.getKey());
            ClientInfoWriter.fields(out, entry.getValue());
            out.end();
        }
        out.end();
    }
}
