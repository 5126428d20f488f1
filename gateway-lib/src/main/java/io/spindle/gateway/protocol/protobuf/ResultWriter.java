package io.spindle.gateway.protocol.protobuf;

import io.spindle.gateway.protocol.ClientInfo;
import io.spindle.gateway.protocol.Result;
import java.util.Map;

/** The fields of a result. */
final class ResultWriter {
    // Reply
    private static final int CONNECT = 5;
    private static final int SUBSCRIBE = 6;
    private static final int UNSUBSCRIBE = 7;
    private static final int PUBLISH = 8;
    private static final int PRESENCE = 9;
    private static final int PRESENCE_STATS = 10;
    private static final int HISTORY = 11;
    private static final int RPC = 13;
    private static final int REFRESH = 14;
    private static final int SUB_REFRESH = 15;

    private ResultWriter() {}

    /** Writes a result's fields; its own field number is returned. */
    static int write(MessageWriter out, Result result) {
        if (result instanceof Result.Publish) {
            return PUBLISH;
        }
        if (result instanceof Result.Connect connect) {
            connect(out, connect);
            return CONNECT;
        }
        if (result instanceof Result.Subscribe subscribe) {
            subscribe(out, subscribe);
            return SUBSCRIBE;
        }
        if (result instanceof Result.Unsubscribe) {
            return UNSUBSCRIBE;
        }
        if (result instanceof Result.Presence presence) {
            presence(out, presence.presence());
            return PRESENCE;
        }
        if (result instanceof Result.PresenceStats stats) {
            out.uint32(2, stats.numUsers());
            out.uint32(1, stats.numClients());
            return PRESENCE_STATS;
        }
        if (result instanceof Result.History history) {
            out.uint64(3, history.top().offset());
            out.string(2, history.top().epoch());
            PublicationWriter.list(out, 1, history.publications());
            return HISTORY;
        }
        if (result instanceof Result.Rpc rpc) {
            out.data(1, rpc.data());
            return RPC;
        }
        if (result instanceof Result.Refresh refresh) {
            out.uint32(4, refresh.ttl());
            out.bool(3, refresh.expires());
            return REFRESH;
        }
        if (result instanceof Result.SubRefresh refresh) {
            out.uint32(2, refresh.ttl());
            out.bool(1, refresh.expires());
            return SUB_REFRESH;
        }
        throw new IllegalStateException("no encoding: " + result.getClass().getName());
    }

    private static void connect(MessageWriter out, Result.Connect connect) {
        out.uint64(11, connect.time());
        out.string(10, connect.node());
        out.string(9, connect.session());
        out.bool(8, connect.pong());
        out.uint32(7, connect.ping());
        for (Map.Entry<String, Result.Subscribe> sub : connect.subs().entrySet()) {
            int end = out.size();
            subscribe(out, sub.getValue());
            out.message(2, end);
            out.string(1, sub.getKey());
            out.message(6, end);
        }
        out.data(5, connect.data());
        out.uint32(4, connect.ttl());
        out.bool(3, connect.expires());
        out.string(2, connect.version());
        out.string(1, connect.client());
    }

    private static void subscribe(MessageWriter out, Result.Subscribe subscribe) {
        out.bool(13, subscribe.delta());
        out.bool(12, subscribe.wasRecovering());
        out.data(11, subscribe.data());
        out.bool(10, subscribe.positioned());
        out.uint64(9, subscribe.position().offset());
        out.bool(8, subscribe.recovered());
        PublicationWriter.list(out, 7, subscribe.publications());
        out.string(6, subscribe.position().epoch());
        out.bool(3, subscribe.recoverable());
        out.uint32(2, subscribe.ttl());
        out.bool(1, subscribe.expires());
    }

    private static void presence(MessageWriter out, Map<String, ClientInfo> clients) {
        for (Map.Entry<String, ClientInfo> entry : clients.entrySet()) {
            int end = out.size();
            ClientInfoWriter.message(out, 2, entry.getValue());
            out.string(1, entry.getKey());
            out.message(1, end);
        }
    }
}
