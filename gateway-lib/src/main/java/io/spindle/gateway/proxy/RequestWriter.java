package io.spindle.gateway.proxy;

import com.fasterxml.jackson.core.JsonGenerator;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.client.ClientTransport;
import io.spindle.gateway.api.client.ConnectedClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;

/** Writes the body of one request; empty fields are left out. Confined to one call. */
final class RequestWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    private final JsonGenerator json;
    private final boolean binaryEncoding;
    private final boolean includeConnectionMeta;
    private boolean writable = true;

    /** Begins the request of a client that has no identity yet. */
    RequestWriter(ProxySettings settings, String clientId, ClientTransport transport) {
        binaryEncoding = settings.binaryEncoding();
        includeConnectionMeta = settings.includeConnectionMeta();
        try {
            json = JsonText.write(out);
            json.writeStartObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // it writes into memory
        }
        text("client", clientId);
        text("transport", transport.name());
        text("protocol", transport.protocol());
        text("encoding", binaryEncoding ? "binary" : "json");
    }

    /** Begins the request of a connected client. */
    RequestWriter(ProxySettings settings, ConnectedClient client) {
        this(settings, client.clientId(), client.transport());
        text("user", client.userId());
        if (includeConnectionMeta) {
            client.meta().filter(Payload::isJson).ifPresent(meta -> raw("meta", meta));
        }
    }

    RequestWriter text(String name, String value) {
        if (!value.isEmpty()) {
            write(() -> json.writeStringField(name, value));
        }
        return this;
    }

    RequestWriter texts(String name, Collection<String> values) {
        if (!values.isEmpty()) {
            write(() -> {
                json.writeArrayFieldStart(name);
                for (String value : values) {
                    json.writeString(value);
                }
                json.writeEndArray();
            });
        }
        return this;
    }

    /** A client's data, byte for byte: as the JSON that it is, or, with the binary encoding, as base64. */
    RequestWriter data(Payload data) {
        if (data.isEmpty()) {
            return this;
        }
        if (binaryEncoding) {
            return text("b64data", Base64.getEncoder().encodeToString(data.toByteArray()));
        }
        if (data.isJson()) {
            raw("data", data);
        } else {
            writable = false;
        }
        return this;
    }

    RequestWriter data(Optional<Payload> data) {
        return data.map(this::data).orElse(this);
    }

    /** The body; absent if the client's data is not JSON, which would need the binary encoding. */
    Optional<byte[]> body() {
        write(() -> {
            json.writeEndObject();
            json.close();
        });
        return writable ? Optional.of(out.toByteArray()) : Optional.empty();
    }

    private void raw(String name, Payload value) {
        write(() -> {
            json.writeFieldName(name);
            json.writeRawValue(value.asText());
        });
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // it writes into memory
        }
    }

    /** Adds to the body. */
    private interface Writing {
        void run() throws IOException;
    }
}
