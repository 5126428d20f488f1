package io.spindle.gateway.protocol.json;

import io.spindle.gateway.protocol.ClientInfo;
import io.spindle.gateway.protocol.Push;

/** {@code {"push":{…}}}, or the push alone. */
final class PushWriter {
    private static final byte[] PUSH = JsonWriter.name("push");
    private static final byte[] CHANNEL = JsonWriter.name("channel");
    private static final byte[] PUB = JsonWriter.name("pub");
    private static final byte[] JOIN = JsonWriter.name("join");
    private static final byte[] LEAVE = JsonWriter.name("leave");
    private static final byte[] UNSUBSCRIBE = JsonWriter.name("unsubscribe");
    private static final byte[] MESSAGE = JsonWriter.name("message");
    private static final byte[] SUBSCRIBE = JsonWriter.name("subscribe");
    private static final byte[] DISCONNECT = JsonWriter.name("disconnect");
    private static final byte[] REFRESH = JsonWriter.name("refresh");

    private static final byte[] CODE = JsonWriter.name("code");
    private static final byte[] REASON = JsonWriter.name("reason");
    private static final byte[] DATA = JsonWriter.name("data");
    private static final byte[] RECOVERABLE = JsonWriter.name("recoverable");
    private static final byte[] EPOCH = JsonWriter.name("epoch");
    private static final byte[] OFFSET = JsonWriter.name("offset");
    private static final byte[] POSITIONED = JsonWriter.name("positioned");

    private PushWriter() {}

    /** As a reply that answers nothing. */
    static byte[] reply(Push push) {
        JsonWriter out = new JsonWriter(dataBytes(push));
        out.begin(PUSH);
        fields(out, push);
        out.end();
        return out.toByteArray();
    }

    /** Without the reply around it. */
    static byte[] bare(Push push) {
        JsonWriter out = new JsonWriter(dataBytes(push));
        fields(out, push);
        return out.toByteArray();
    }

    private static int dataBytes(Push push) {
        return push instanceof Push.Pub pub ? PublicationWriter.dataBytes(pub.publication()) : 0;
    }

    private static void fields(JsonWriter out, Push push) {
        if (push instanceof Push.Pub pub) {
            begin(out, pub.channel(), PUB);
            PublicationWriter.fields(out, pub.publication());
        } else if (push instanceof Push.Join join) {
            presence(out, join.channel(), JOIN, join.info());
        } else if (push instanceof Push.Leave leave) {
            presence(out, leave.channel(), LEAVE, leave.info());
        } else if (push instanceof Push.Unsubscribe unsubscribe) {
            begin(out, unsubscribe.channel(), UNSUBSCRIBE);
            end(out, unsubscribe.code(), unsubscribe.reason());
        } else if (push instanceof Push.Message message) {
            out.begin(MESSAGE);
            out.data(DATA, message.data());
        } else if (push instanceof Push.Subscribe subscribe) {
            subscribe(out, subscribe);
        } else if (push instanceof Push.Disconnect disconnect) {
            out.begin(DISCONNECT);
            end(out, disconnect.code(), disconnect.reason());
        } else if (push instanceof Push.Refresh refresh) {
            out.begin(REFRESH);
            ResultWriter.expiry(out, refresh.expires(), refresh.ttl());
        } else {
            throw new IllegalStateException("no encoding: " + push.getClass().getName());
        }
        out.end();
    }

    private static void begin(JsonWriter out, String channel, byte[] kind) {
        out.string(CHANNEL, channel);
        out.begin(kind);
    }

    private static void presence(JsonWriter out, String channel, byte[] kind, ClientInfo info) {
        begin(out, channel, kind);
        PublicationWriter.info(out, info);
    }

    private static void end(JsonWriter out, int code, String reason) {
        out.number(CODE, code);
        out.string(REASON, reason);
    }

    private static void subscribe(JsonWriter out, Push.Subscribe subscribe) {
        begin(out, subscribe.channel(), SUBSCRIBE);
        out.bool(RECOVERABLE, subscribe.recoverable());
        out.string(EPOCH, subscribe.position().epoch());
        out.longNumber(OFFSET, subscribe.position().offset());
        out.bool(POSITIONED, subscribe.positioned());
        out.data(DATA, subscribe.data());
    }
}
