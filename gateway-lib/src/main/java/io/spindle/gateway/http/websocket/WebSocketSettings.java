package io.spindle.gateway.http.websocket;

/**
 * Settings of the WebSocket endpoint.
 *
 * @param maxMessageBytes a larger message closes the connection with 1009
 * @param readBufferBytes taken from a pool while something is read
 * @param writeBufferBytes taken from a pool while something is written
 * @param compression whether permessage-deflate may be negotiated; an inflated message may have ten times the bytes then
 */
public record WebSocketSettings(int maxMessageBytes, int readBufferBytes, int writeBufferBytes, boolean compression) {
    public static final WebSocketSettings DEFAULTS = new WebSocketSettings(65_536, 4_096, 4_096, false);
}
