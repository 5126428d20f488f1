package io.spindle.gateway.session;

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

    private final String transportName;

    ConnectionKind(String transportName) {
        this.transportName = transportName;
    }

    /** Its name for authenticators and policies. */
    public String transportName() {
        return transportName;
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
