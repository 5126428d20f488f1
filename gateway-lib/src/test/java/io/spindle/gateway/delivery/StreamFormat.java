package io.spindle.gateway.delivery;

import io.spindle.gateway.client.StreamClient;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** How messages stand in an answer that does not end. */
enum StreamFormat {
    HTTP_STREAM_JSON("/connection/http_stream", new JsonWire(), "application/json") {
        @Override
        byte[] next(StreamClient stream) throws IOException {
            return text(stream, "\n");
        }
    },

    HTTP_STREAM_PROTOBUF("/connection/http_stream", new ProtobufWire(), "application/octet-stream") {
        @Override
        byte[] next(StreamClient stream) throws IOException {
            int length = 0;
            int shift = 0;
            int next;
            do {
                next = stream.read();
                if (next < 0) {
                    throw new EOFException();
                }
                length |= (next & 0x7f) << shift;
                shift += 7;
            } while (next >= 0x80);
            return stream.readBytes(length);
        }
    },

    SSE("/connection/sse", new JsonWire(), "application/json") {
        @Override
        void begin(StreamClient stream) throws IOException {
            stream.readTo("\r\n");
        }

        @Override
        byte[] next(StreamClient stream) throws IOException {
            byte[] event = text(stream, "\n\n");
            return new String(event, StandardCharsets.UTF_8)
                    .substring("data: ".length())
                    .getBytes(StandardCharsets.UTF_8);
        }
    };

    private final String path;
    private final Wire wire;
    private final String contentType;

    StreamFormat(String path, Wire wire, String contentType) {
        this.path = path;
        this.wire = wire;
        this.contentType = contentType;
    }

    String path() {
        return path;
    }

    Wire wire() {
        return wire;
    }

    String contentType() {
        return contentType;
    }

    /** Reads what stands before the first message. */
    void begin(StreamClient stream) throws IOException {}

    /** Reads the next message, or fails at the end. */
    abstract byte[] next(StreamClient stream) throws IOException;

    private static byte[] text(StreamClient stream, String end) throws IOException {
        String text = stream.readTo(end);
        if (text.isEmpty()) {
            throw new EOFException();
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
