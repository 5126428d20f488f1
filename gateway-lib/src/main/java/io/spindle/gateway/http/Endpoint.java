package io.spindle.gateway.http;

/** What a listener may serve; health stands beside any of them. */
public enum Endpoint {
    /** The client protocol at {@code /connection/websocket}. */
    WEBSOCKET,
    /** Who is in a channel, at {@code /channels/{channel}/presence}. */
    PRESENCE,
    /** Prometheus' scrapes at {@code /metrics}. */
    METRICS
}
