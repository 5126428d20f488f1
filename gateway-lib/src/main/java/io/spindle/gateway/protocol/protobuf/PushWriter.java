package io.spindle.gateway.protocol.protobuf;

import io.spindle.gateway.protocol.ClientInfo;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.Push;

/** {@code Reply} with a {@code Push}. */
final class PushWriter {
    // Reply
    private static final int PUSH = 4;
    // Push
    private static final int CHANNEL = 2;
    private static final int PUB = 4;
    private static final int JOIN = 5;
    private static final int LEAVE = 6;
    private static final int UNSUBSCRIBE = 7;
    private static final int MESSAGE = 8;
    private static final int SUBSCRIBE = 9;
    private static final int DISCONNECT = 11;
    private static final int REFRESH = 12;

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
            return unsubscribe(unsubscribe);
        }
        if (push instanceof Push.Disconnect disconnect) {
            return disconnect(disconnect);
        }
        if (push instanceof Push.Subscribe subscribe) {
            return subscribe(subscribe);
        }
        if (push instanceof Push.Message message) {
            MessageWriter out = new MessageWriter(message.data().size());
            out.data(1, message.data());
            return finish(out, MESSAGE, "");
        }
        if (push instanceof Push.Refresh refresh) {
            MessageWriter out = new MessageWriter(0);
            out.uint32(2, refresh.ttl());
            out.bool(1, refresh.expires());
            return finish(out, REFRESH, "");
        }
        throw new IllegalStateException("no encoding: " + push.getClass().getName());
    }

    private static byte[] pub(String channel, Publication publication) {
        MessageWriter out = new MessageWriter(PublicationWriter.dataBytes(publication));
        PublicationWriter.fields(out, publication);
        return finish(out, PUB, channel);
    }

    /** Join and leave look alike. */
    private static byte[] presence(String channel, int kind, ClientInfo info) {
        MessageWriter out = new MessageWriter(ClientInfoWriter.dataBytes(info));
        ClientInfoWriter.message(out, 1, info);
        return finish(out, kind, channel);
    }

    private static byte[] unsubscribe(Push.Unsubscribe unsubscribe) {
        MessageWriter out = new MessageWriter(0);
        out.string(3, unsubscribe.reason());
        out.uint32(2, unsubscribe.code());
        return finish(out, UNSUBSCRIBE, unsubscribe.channel());
    }

    private static byte[] disconnect(Push.Disconnect disconnect) {
        MessageWriter out = new MessageWriter(0);
        out.string(2, disconnect.reason());
        out.uint32(1, disconnect.code());
        return finish(out, DISCONNECT, "");
    }

    private static byte[] subscribe(Push.Subscribe subscribe) {
        MessageWriter out = new MessageWriter(0);
        out.data(7, subscribe.data());
        out.bool(6, subscribe.positioned());
        out.uint64(5, subscribe.position().offset());
        out.string(4, subscribe.position().epoch());
        out.bool(1, subscribe.recoverable());
        return finish(out, SUBSCRIBE, subscribe.channel());
    }

    /** What is written becomes the kind's message, in a push, in a reply. */
    private static byte[] finish(MessageWriter out, int kind, String channel) {
        out.message(kind, 0);
        out.string(CHANNEL, channel);
        out.message(PUSH, 0);
        return out.toRecord();
    }
}
