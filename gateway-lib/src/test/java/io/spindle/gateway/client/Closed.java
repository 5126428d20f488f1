package io.spindle.gateway.client;

/**
 * How a connection ended.
 *
 * @param code of the close frame; {@link #WITHOUT_CODE} if that had none, {@link #WITHOUT_FRAME} if there was no such
 *     frame
 */
public record Closed(int code, String reason) {
    public static final int WITHOUT_CODE = 1005;
    public static final int WITHOUT_FRAME = 1006;
}
