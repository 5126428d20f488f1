package io.spindle.gateway.http.websocket;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jetty.websocket.core.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Puts the frames of one message together, bounded in bytes; most messages are one frame and are not copied. Confined to
 * the connection's reading thread.
 */
final class MessageAssembler {
    private final int maxBytes;
    private byte @Nullable [] collected;
    private int size;
    private boolean tooLarge;

    MessageAssembler(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Adds a data frame. Returns the message if it is whole; it is valid as long as the frame is. */
    @Nullable ByteBuffer add(Frame frame) {
        ByteBuffer payload = frame.getPayload();
        int length = payload == null ? 0 : payload.remaining();
        if (size + length > maxBytes) {
            tooLarge = true;
            collected = null;
            return null;
        }
        if (frame.isFin() && collected == null) {
            return payload == null ? ByteBuffer.allocate(0) : payload;
        }
        append(payload, length);
        if (!frame.isFin()) {
            return null;
        }
        ByteBuffer message = ByteBuffer.wrap(collected == null ? new byte[0] : collected, 0, size);
        collected = null;
        size = 0;
        return message;
    }

    boolean isTooLarge() {
        return tooLarge;
    }

    private void append(@Nullable ByteBuffer payload, int length) {
        byte[] target = collected == null ? new byte[length] : collected;
        if (size + length > target.length) {
            target = Arrays.copyOf(target, Math.min(maxBytes, Math.max(target.length * 2, size + length)));
        }
        if (payload != null) {
            payload.get(target, size, length);
        }
        collected = target;
        size += length;
    }
}
