package io.spindle.gateway.api;

import java.nio.charset.StandardCharsets;

/**
 * The end of a connection, told to the client by code and reason. 3000 to 3499 make SDKs reconnect, 3500 to 3999 are
 * final; applications use 4000 to 4499 and 4500 to 4999 in the same way.
 *
 * @param code the WebSocket close status
 * @param reason a short text that is neither empty nor JSON (older SDKs try to parse it), at most 123 bytes
 * @see <a href="https://centrifugal.dev/docs/server/codes#client-disconnect-codes">Client disconnect codes</a>
 */
public record Disconnect(int code, String reason) {
    public static final Disconnect CONNECTION_CLOSED = new Disconnect(3000, "connection closed");
    public static final Disconnect SHUTDOWN = new Disconnect(3001, "shutdown");
    public static final Disconnect SERVER_ERROR = new Disconnect(3004, "internal server error");
    public static final Disconnect EXPIRED = new Disconnect(3005, "connection expired");
    public static final Disconnect SUBSCRIPTION_EXPIRED = new Disconnect(3006, "subscription expired");
    public static final Disconnect SLOW = new Disconnect(3008, "slow");
    public static final Disconnect WRITE_ERROR = new Disconnect(3009, "write error");
    public static final Disconnect INSUFFICIENT_STATE = new Disconnect(3010, "insufficient state");
    public static final Disconnect FORCE_RECONNECT = new Disconnect(3011, "force reconnect");
    public static final Disconnect NO_PONG = new Disconnect(3012, "no pong");
    public static final Disconnect TOO_MANY_REQUESTS = new Disconnect(3013, "too many requests");
    public static final Disconnect INVALID_TOKEN = new Disconnect(3500, "invalid token");
    public static final Disconnect BAD_REQUEST = new Disconnect(3501, "bad request");
    public static final Disconnect STALE = new Disconnect(3502, "stale");
    public static final Disconnect FORCE_DISCONNECT = new Disconnect(3503, "force disconnect");
    public static final Disconnect CONNECTION_LIMIT = new Disconnect(3504, "connection limit");
    public static final Disconnect CHANNEL_LIMIT = new Disconnect(3505, "channel limit");
    public static final Disconnect INAPPROPRIATE_PROTOCOL = new Disconnect(3506, "inappropriate protocol");
    public static final Disconnect PERMISSION_DENIED = new Disconnect(3507, "permission denied");
    public static final Disconnect NOT_AVAILABLE = new Disconnect(3508, "not available");

    private static final int MAX_REASON_BYTES = 123;

    public Disconnect {
        if (code < 3000 || code > 4999) {
            throw new IllegalArgumentException("disconnect code: " + code + " (expected: 3000 to 4999)");
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("disconnect reason: empty (SDKs would reconnect whatever the code)");
        }
        if (reason.getBytes(StandardCharsets.UTF_8).length > MAX_REASON_BYTES) {
            throw new IllegalArgumentException("disconnect reason: longer than " + MAX_REASON_BYTES + " bytes");
        }
    }

    /** Whether SDKs come back by themselves after this code. */
    public boolean reconnects() {
        return code < 3500 || (code >= 4000 && code < 4500);
    }
}
