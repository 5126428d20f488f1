package io.spindle.gateway.hub;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.ClientCodec;
import io.spindle.gateway.protocol.Encoding;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.Push;
import java.util.Optional;

/** interim */
final class DeltaPush {
    private final Push.Pub pub;

    DeltaPush(Push.Pub pub, Optional<Payload> previous) {
        this.pub = pub;
    }

    byte[] encoded(ClientCodec codec, PublicationForm form) {
        if (codec.encoding() == Encoding.PROTOBUF) {
            return codec.push(pub);
        }
        Publication publication = pub.publication();
        byte[] quoted =
                JsonStringEncoder.getInstance().quoteAsUTF8(publication.data().asText());
        String text = "\"" + new String(quoted, java.nio.charset.StandardCharsets.UTF_8) + "\"";
        return codec.push(new Push.Pub(pub.channel(), publication.withData(Payload.json(text), false)));
    }
}
