package io.spindle.gateway.hub;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.ClientCodec;
import io.spindle.gateway.protocol.Encoding;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.Push;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A push on its way to many subscribers: encoded once per encoding and form, when the first subscriber that needs it gets
 * it; all share the bytes. Safe for use from many threads.
 */
public final class SharedPush {
    private final Push push;
    private final String epoch;
    private final Optional<Payload> previous;
    private final boolean json;
    private volatile byte @Nullable [] asJson;
    private volatile byte @Nullable [] asProtobuf;
    private volatile byte @Nullable [] asBareJson;
    private volatile @Nullable DeltaPush delta;

    /** A push that has no place in a stream. */
    public SharedPush(Push push) {
        this(push, "", Optional.empty());
    }

    private SharedPush(Push push, String epoch, Optional<Payload> previous) {
        this.push = push;
        this.epoch = epoch;
        this.previous = previous;
        this.json = push.isJson();
    }

    /**
     * A publication of a channel.
     *
     * @param epoch of its stream; empty if it is in none
     * @param previous the data of the publication before it, if subscribers that agreed on deltas get the difference
     */
    public static SharedPush publication(
            String channel, Publication publication, String epoch, Optional<Payload> previous) {
        return new SharedPush(new Push.Pub(channel, publication), epoch, previous);
    }

    public Push push() {
        return push;
    }

    /** The epoch of a publication's stream; empty if it is in none. */
    public String epoch() {
        return epoch;
    }

    /** Whether it can go out as the difference to the publication before. */
    public boolean hasPrevious() {
        return previous.isPresent();
    }

    /** Whether clients of this encoding can be sent it. */
    public boolean fits(Encoding encoding) {
        return json || encoding == Encoding.PROTOBUF;
    }

    /** The encoded message; not to be modified. */
    public byte[] encoded(ClientCodec codec) {
        byte[] known = known(codec);
        if (known != null) {
            return known;
        }
        byte[] encoded = codec.push(push);
        if (codec.encoding() == Encoding.PROTOBUF) {
            asProtobuf = encoded;
        } else if (codec.isUnidirectional()) {
            asBareJson = encoded;
        } else {
            asJson = encoded;
        }
        return encoded;
    }

    private byte @Nullable [] known(ClientCodec codec) {
        if (codec.encoding() == Encoding.PROTOBUF) {
            return asProtobuf;
        }
        return codec.isUnidirectional() ? asBareJson : asJson;
    }

    /** The encoded message in a form; not to be modified. */
    public byte[] encoded(ClientCodec codec, PublicationForm form) {
        if (form == PublicationForm.PLAIN || !(push instanceof Push.Pub pub)) {
            return encoded(codec);
        }
        return delta(pub).encoded(codec, form);
    }

    private DeltaPush delta(Push.Pub pub) {
        DeltaPush known = delta;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            DeltaPush made = delta;
            if (made == null) {
                made = new DeltaPush(pub, previous);
                delta = made;
            }
            return made;
        }
    }

    /** About how many bytes it keeps in memory while it waits for somebody. */
    public int weight() {
        int data = push instanceof Push.Pub pub ? pub.publication().data().size() : 0;
        return data + 256;
    }
}
