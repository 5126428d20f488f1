package io.spindle.gateway.protocol.json;

import io.spindle.gateway.protocol.ClientInfo;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.Push;

/** {@code {"push":{…}}}. */
final class PushWriter {
    private static final byte[] PUSH = JsonWriter.name("push");
    private static final byte[] CHANNEL = JsonWriter.name("channel");
    private static final byte[] PUB = JsonWriter.name("pub");
    private static final byte[] DATA = JsonWriter.name("data");
    private static final byte[] JOIN = JsonWriter.name("join");
    private static final byte[] LEAVE = JsonWriter.name("leave");
    private static final byte[] INFO = JsonWriter.name("info");
    private static final byte[] UNSUBSCRIBE = JsonWriter.name("unsubscribe");
    private static final byte[] DISCONNECT = JsonWriter.name("disconnect");
    private static final byte[] CODE = JsonWriter.name("code");
    private static final byte[] REASON = JsonWriter.name("reason");

    private PushWriter() {}

    static byte[] push(Push push) {
        if (push instanceof Push.Pub pub) {
            return pub(pub.channel(), pub.publication());
        }
        if (push instanceof Push.Join join) {
            return presence(join.channel(), JOIN, join.info());
        }
        if (push instanceof Push.Leave leave) {
            return presence(leave.channel(), LEAVE, leave.info());
        }
        if (push instanceof Push.Unsubscribe unsubscribe) {
            return end(unsubscribe.channel(), UNSUBSCRIBE, unsubscribe.code(), unsubscribe.reason());
        }
        if (push instanceof Push.Disconnect disconnect) {
            return end("", DISCONNECT, disconnect.code(), disconnect.reason());
        }
        throw new IllegalStateException("no encoding: " + push.getClass().getName());
    }

    private static byte[] pub(String channel, Publication publication) {
        int infoBytes = publication.info().map(ClientInfoWriter::dataBytes).orElse(0);
        JsonWriter out = begin(publication.data().size() + infoBytes, channel, PUB);
        out.data(DATA, publication.data());
        publication.info().ifPresent(info -> info(out, info));
        return finish(out);
    }

    private static byte[] presence(String channel, byte[] kind, ClientInfo info) {
        JsonWriter out = begin(ClientInfoWriter.dataBytes(info), channel, kind);
        info(out, info);
        return finish(out);
    }

    private static byte[] end(String channel, byte[] kind, int code, String reason) {
        JsonWriter out = begin(0, channel, kind);
        out.number(CODE, code);
        out.string(REASON, reason);
        return finish(out);
    }

    private static JsonWriter begin(int dataBytes, String channel, byte[] kind) {
        JsonWriter out = new JsonWriter(dataBytes);
        out.begin(PUSH);
        out.string(CHANNEL, channel);
        out.begin(kind);
        return out;
    }

    private static void info(JsonWriter out, ClientInfo info) {
        out.begin(INFO);
        ClientInfoWriter.fields(out, info);
        out.end();
    }

    /** Ends the kind, the push and the reply around it. */
    private static byte[] finish(JsonWriter out) {
        out.end();
        out.end();
        return out.toByteArray();
    }
}
