package io.spindle.gateway.http;

/** What a listener may serve. */
public enum Endpoint {
    /** The client protocol at {@code /connection/websocket}. */
    WEBSOCKET,
    /** The same over an HTTP response that does not end, at {@code /connection/http_stream}. */
    HTTP_STREAM,
    /** The same over server-sent events, at {@code /connection/sse}. */
    SSE,
    /** Commands of clients of the two above, at {@code /emulation}. */
    EMULATION,
    /** Pushes alone over a WebSocket, at {@code /connection/uni_websocket}. */
    UNI_WEBSOCKET,
    /** Pushes alone over server-sent events, at {@code /connection/uni_sse}. */
    UNI_SSE,
    /** Pushes alone over an HTTP response that does not end, at {@code /connection/uni_http_stream}. */
    UNI_HTTP_STREAM,
    /** An empty object, for a load balancer's cookie before connecting, at {@code /connection/init}. */
    INIT,
    /** Who is in a channel, at {@code /channels/{channel}/presence}. */
    PRESENCE,
    /** What back ends ask: the server API, below {@code /api}. */
    API,
    /** Prometheus' scrapes at {@code /metrics}. */
    METRICS,
    /** Whether the gateway works, at {@code /health}. */
    HEALTH;

    /** Whether clients come here: all others are for those who run the gateway. */
    public boolean isForClients() {
        return this != PRESENCE && this != API && this != METRICS && this != HEALTH;
    }
}
