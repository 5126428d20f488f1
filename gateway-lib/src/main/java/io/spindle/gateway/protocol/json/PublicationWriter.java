package io.spindle.gateway.protocol.json;

import io.spindle.gateway.protocol.ClientInfo;
import io.spindle.gateway.protocol.Publication;
import java.util.List;
import java.util.Map;

/** Publications: in pushes and in what is recovered or read from the history. */
final class PublicationWriter {
    private static final byte[] DATA = JsonWriter.name("data");
    private static final byte[] INFO = JsonWriter.name("info");
    private static final byte[] OFFSET = JsonWriter.name("offset");
    private static final byte[] TAGS = JsonWriter.name("tags");
    private static final byte[] DELTA = JsonWriter.name("delta");
    private static final byte[] EPOCH = JsonWriter.name("epoch");

    private PublicationWriter() {}

    static void fields(JsonWriter out, Publication publication) {
        out.data(DATA, publication.data());
        if (publication.info().isPresent()) {
            info(out, publication.info().get());
        }
        out.longNumber(OFFSET, publication.offset());
        if (!publication.tags().isEmpty()) {
            out.begin(TAGS);
            for (Map.Entry<String, String> tag : publication.tags().entrySet()) {
                out.entry(tag.getKey(), tag.getValue());
            }
            out.end();
        }
        out.bool(DELTA, publication.delta());
        out.string(EPOCH, publication.epoch());
    }

    /** A list that stands there also if it is empty. */
    static void list(JsonWriter out, byte[] name, List<Publication> publications) {
        out.beginList(name);
        for (Publication publication : publications) {
            out.beginElement();
            fields(out, publication);
            out.end();
        }
        out.endList();
    }

    /** Who published, joined or left. */
    static void info(JsonWriter out, ClientInfo info) {
        out.begin(INFO);
        ClientInfoWriter.fields(out, info);
        out.end();
    }

    /** Bytes of application data in it. */
    static int dataBytes(Publication publication) {
        return publication.data().size()
                + publication.info().map(ClientInfoWriter::dataBytes).orElse(0);
    }
}
