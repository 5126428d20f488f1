package io.spindle.gateway.http.api;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.ClientInfo;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.json.JsonWriter;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Publications and clients in results. Data that is not JSON stands in base64, under the name that requests have for it. */
final class PublicationFields {
    private static final byte[] DATA = JsonWriter.name("data");
    private static final byte[] B64_DATA = JsonWriter.name("b64data");
    private static final byte[] INFO = JsonWriter.name("info");
    private static final byte[] OFFSET = JsonWriter.name("offset");
    private static final byte[] TAGS = JsonWriter.name("tags");
    private static final byte[] USER = JsonWriter.name("user");
    private static final byte[] CLIENT = JsonWriter.name("client");
    private static final byte[] CONN_INFO = JsonWriter.name("conn_info");
    private static final byte[] B64_CONN_INFO = JsonWriter.name("b64conn_info");
    private static final byte[] CHAN_INFO = JsonWriter.name("chan_info");
    private static final byte[] B64_CHAN_INFO = JsonWriter.name("b64chan_info");

    private PublicationFields() {}

    static void publication(JsonWriter out, Publication publication) {
        data(out, Optional.of(publication.data()), DATA, B64_DATA);
        publication.info().ifPresent(info -> {
            out.begin(INFO);
            client(out, info);
            out.end();
        });
        out.longNumber(OFFSET, publication.offset());
        if (!publication.tags().isEmpty()) {
            out.begin(TAGS);
            for (Map.Entry<String, String> tag : publication.tags().entrySet()) {
                out.entry(tag.getKey(), tag.getValue());
            }
            out.end();
        }
    }

    static void client(JsonWriter out, ClientInfo info) {
        out.alwaysString(USER, info.user());
        out.alwaysString(CLIENT, info.client());
        data(out, info.connInfo(), CONN_INFO, B64_CONN_INFO);
        data(out, info.chanInfo(), CHAN_INFO, B64_CHAN_INFO);
    }

    private static void data(JsonWriter out, Optional<Payload> data, byte[] name, byte[] base64Name) {
        if (data.isPresent() && !data.get().isJson()) {
            out.string(base64Name, Base64.getEncoder().encodeToString(data.get().toByteArray()));
        } else {
            out.data(name, data);
        }
    }
}
