package io.spindle.gateway.http.websocket;

/**
 * Settings of WebSockets that bring pushes only.
 *
 * @param joinPushes whether several may share a frame, one a line
 * @param disconnectPush whether a push says why the connection ends, before the close frame does
 */
public record UnidirectionalSettings(boolean joinPushes, boolean disconnectPush) {
    public static final UnidirectionalSettings DEFAULTS = new UnidirectionalSettings(false, true);
}
