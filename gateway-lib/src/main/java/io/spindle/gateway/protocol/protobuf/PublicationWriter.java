package io.spindle.gateway.protocol.protobuf;

import io.spindle.gateway.protocol.Publication;
import java.util.List;
import java.util.Map;

/** Publications: in pushes and in what is recovered or read from the history. */
final class PublicationWriter {
    private PublicationWriter() {}

    static void fields(MessageWriter out, Publication publication) {
        out.string(14, publication.epoch());
        out.bool(8, publication.delta());
        for (Map.Entry<String, String> tag : publication.tags().entrySet()) {
            int end = out.size();
            out.string(2, tag.getValue());
            out.string(1, tag.getKey());
            out.message(7, end);
        }
        out.uint64(6, publication.offset());
        if (publication.info().isPresent()) {
            ClientInfoWriter.message(out, 5, publication.info().get());
        }
        out.data(4, publication.data());
    }

    static void list(MessageWriter out, int field, List<Publication> publications) {
        for (int i = publications.size() - 1; i >= 0; i--) {
            int end = out.size();
            fields(out, publications.get(i));
            out.message(field, end);
        }
    }

    /** Bytes of application data in it. */
    static int dataBytes(Publication publication) {
        return publication.data().size()
                + publication.info().map(ClientInfoWriter::dataBytes).orElse(0);
    }
}
