package io.spindle.gateway.session;

import io.spindle.gateway.api.client.ClientTransport;
import io.spindle.gateway.protocol.Encoding;
import java.util.Map;

/**
 * What carries a client's connection, and what follows from it.
 *
 * @see <a href="https://centrifugal.dev/docs/transports/overview">Centrifugal transports</a>
 */
public enum ConnectionKind {
    WEBSOCKET("websocket"),
    HTTP_STREAM("http_stream"),
    SSE("sse"),
    UNI_WEBSOCKET("uni_websocket"),
    UNI_SSE("uni_sse"),
    UNI_HTTP_STREAM("uni_http_stream");

    private final ClientTransport json;
    private final ClientTransport protobuf;

    ConnectionKind(String transportName) {
        this.json = new ClientTransport(transportName, "json", Map.of(), Map.of());
        this.protobuf = new ClientTransport(transportName, "protobuf", Map.of(), Map.of());
    }

    /** What authenticators and policies are told, without headers: one object for all such connections. */
    ClientTransport transport(Encoding encoding) {
        return encoding == Encoding.JSON ? json : protobuf;
    }

    /** Whether commands come beside the connection, through the emulation endpoint, on whatever gateway. */
    public boolean isEmulated() {
        return this == HTTP_STREAM || this == SSE;
    }

    /** Whether no command follows the connect request. */
    public boolean isUnidirectional() {
        return this == UNI_WEBSOCKET || this == UNI_SSE || this == UNI_HTTP_STREAM;
    }

    /** Whether the client answers pings: with pongs of the protocol, or of WebSocket where it sends no commands. */
    boolean answersPings() {
        return !isUnidirectional() || this == UNI_WEBSOCKET;
    }
}
