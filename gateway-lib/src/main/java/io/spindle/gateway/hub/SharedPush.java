package io.spindle.gateway.hub;

import io.spindle.gateway.protocol.ClientCodec;
import io.spindle.gateway.protocol.Encoding;
import io.spindle.gateway.protocol.Push;
import org.jspecify.annotations.Nullable;

/**
 * A push on its way to many subscribers: encoded once per encoding, when the first subscriber of that encoding gets it;
 * all share the bytes. Safe for use from many threads.
 */
public final class SharedPush {
    private final Push push;
    private final boolean json;
    private volatile byte @Nullable [] asJson;
    private volatile byte @Nullable [] asProtobuf;

    public SharedPush(Push push) {
        this.push = push;
        this.json = push.isJson();
    }

    public Push push() {
        return push;
    }

    /** Whether clients of this encoding can be sent it. */
    public boolean fits(Encoding encoding) {
        return json || encoding == Encoding.PROTOBUF;
    }

    /** The encoded message; not to be modified. */
    public byte[] encoded(ClientCodec codec) {
        byte[] known = codec.encoding() == Encoding.JSON ? asJson : asProtobuf;
        if (known != null) {
            return known;
        }
        byte[] encoded = codec.push(push);
        if (codec.encoding() == Encoding.JSON) {
            asJson = encoded;
        } else {
            asProtobuf = encoded;
        }
        return encoded;
    }

    /** About how many bytes it keeps in memory while it waits in a lane. */
    int weight() {
        int data = push instanceof Push.Pub pub ? pub.publication().data().size() : 0;
        return data + 256;
    }
}
