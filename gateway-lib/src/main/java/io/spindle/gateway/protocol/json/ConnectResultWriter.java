package io.spindle.gateway.protocol.json;

import io.spindle.gateway.protocol.Result;
import java.util.Map;

/** What a client is told when it has connected, be it in a reply or in a push. */
final class ConnectResultWriter {
    private static final byte[] CLIENT = JsonWriter.name("client");
    private static final byte[] VERSION = JsonWriter.name("version");
    private static final byte[] EXPIRES = JsonWriter.name("expires");
    private static final byte[] TTL = JsonWriter.name("ttl");
    private static final byte[] DATA = JsonWriter.name("data");
    private static final byte[] SUBS = JsonWriter.name("subs");
    private static final byte[] PING = JsonWriter.name("ping");
    private static final byte[] PONG = JsonWriter.name("pong");
    private static final byte[] SESSION = JsonWriter.name("session");
    private static final byte[] NODE = JsonWriter.name("node");
    private static final byte[] TIME = JsonWriter.name("time");

    private ConnectResultWriter() {}

    static void fields(JsonWriter out, Result.Connect connect) {
        out.string(CLIENT, connect.client());
        out.string(VERSION, connect.version());
        out.bool(EXPIRES, connect.expires());
        out.number(TTL, connect.ttl());
        out.data(DATA, connect.data());
        if (!connect.subs().isEmpty()) {
            subs(out, connect.subs());
        }
        out.number(PING, connect.ping());
        out.bool(PONG, connect.pong());
        out.string(SESSION, connect.session());
        out.string(NODE, connect.node());
        out.longNumber(TIME, connect.time());
    }

    private static void subs(JsonWriter out, Map<String, Result.Subscribe> subs) {
        out.begin(SUBS);
        for (Map.Entry<String, Result.Subscribe> sub : subs.entrySet()) {
            out.beginEntry(sub.getKey());
            SubscribeResultWriter.fields(out, sub.getValue());
            out.end();
        }
        out.end();
    }
}
