package io.spindle.gateway.protocol.protobuf;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.protocol.ClientInfo;
import io.spindle.gateway.protocol.Result;
import java.util.Map;

/** {@code Reply} with an error or a result. */
final class ReplyWriter {
    private static final int ID = 1;
    private static final int ERROR = 2;
    private static final int CONNECT = 5;
    private static final int SUBSCRIBE = 6;
    private static final int UNSUBSCRIBE = 7;
    private static final int PUBLISH = 8;
    private static final int PRESENCE = 9;
    private static final int PRESENCE_STATS = 10;
    private static final int RPC = 13;
    private static final int REFRESH = 14;

    private ReplyWriter() {}

    static byte[] error(int id, ErrorCode error) {
        MessageWriter out = new MessageWriter(0);
        out.bool(3, error.temporary());
        out.string(2, error.message());
        out.uint32(1, error.code());
        return finish(out, ERROR, id);
    }

    static byte[] result(int id, Result result) {
        MessageWriter out = new MessageWriter(0);
        return finish(out, write(out, result), id);
    }

    /** Writes a result's fields; its own field number is returned. */
    private static int write(MessageWriter out, Result result) {
        if (result instanceof Result.Publish) {
            return PUBLISH;
        }
        if (result instanceof Result.Connect connect) {
            return connect(out, connect);
        }
        if (result instanceof Result.Subscribe subscribe) {
            out.bool(12, subscribe.wasRecovering());
            out.data(11, subscribe.data());
            return SUBSCRIBE;
        }
        if (result instanceof Result.Unsubscribe) {
            return UNSUBSCRIBE;
        }
        if (result instanceof Result.Presence presence) {
            return presence(out, presence.presence());
        }
        if (result instanceof Result.PresenceStats stats) {
            out.uint32(2, stats.numUsers());
            out.uint32(1, stats.numClients());
            return PRESENCE_STATS;
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
        throw new IllegalStateException("no encoding: " + result.getClass().getName());
    }

    private static int connect(MessageWriter out, Result.Connect connect) {
        out.bool(8, connect.pong());
        out.uint32(7, connect.ping());
        out.data(5, connect.data());
        out.uint32(4, connect.ttl());
        out.bool(3, connect.expires());
        out.string(2, connect.version());
        out.string(1, connect.client());
        return CONNECT;
    }

    private static int presence(MessageWriter out, Map<String, ClientInfo> clients) {
        for (Map.Entry<String, ClientInfo> entry : clients.entrySet()) {
            int end = out.size();
            ClientInfoWriter.message(out, 2, entry.getValue());
            out.string(1, entry.getKey());
            out.message(1, end);
        }
        return PRESENCE;
    }

    /** What is written becomes a field of the reply. */
    private static byte[] finish(MessageWriter out, int field, int id) {
        out.message(field, 0);
        out.uint32(ID, id);
        return out.toRecord();
    }
}
