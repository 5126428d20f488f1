package io.spindle.gateway.hub;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.delta.DeltaForms;
import io.spindle.gateway.protocol.ClientCodec;
import io.spindle.gateway.protocol.Encoding;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.Push;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A publication for subscribers that agreed on deltas, encoded once per encoding and form. Safe for use from many threads;
 * two that ask first at the same time may both encode it.
 */
final class DeltaPush {
    private final String channel;
    private final DeltaForms forms;
    private volatile byte @Nullable [] jsonFull;
    private volatile byte @Nullable [] jsonPatch;
    private volatile byte @Nullable [] protobufFull;
    private volatile byte @Nullable [] protobufPatch;

    /** @param previous the data of the publication before; absent if there are no patches to it */
    DeltaPush(Push.Pub pub, Optional<Payload> previous) {
        this.channel = pub.channel();
        this.forms = new DeltaForms(pub.publication(), previous);
    }

    byte[] encoded(ClientCodec codec, PublicationForm form) {
        boolean patch = form == PublicationForm.PATCH;
        byte[] known = known(codec.encoding(), patch);
        if (known != null) {
            return known;
        }
        Publication publication = patch ? forms.patch(codec.encoding()) : forms.full(codec.encoding());
        byte[] encoded = codec.push(new Push.Pub(channel, publication));
        keep(codec.encoding(), patch, encoded);
        return encoded;
    }

    private byte @Nullable [] known(Encoding encoding, boolean patch) {
        if (encoding == Encoding.JSON) {
            return patch ? jsonPatch : jsonFull;
        }
        return patch ? protobufPatch : protobufFull;
    }

    private void keep(Encoding encoding, boolean patch, byte[] encoded) {
        if (encoding == Encoding.JSON && patch) {
            jsonPatch = encoded;
        } else if (encoding == Encoding.JSON) {
            jsonFull = encoded;
        } else if (patch) {
            protobufPatch = encoded;
        } else {
            protobufFull = encoded;
        }
    }
}
