package io.spindle.gateway.session;

import io.spindle.gateway.protocol.ClientCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** How encoded messages stand in what is written to a client at once. Immutable; its arrays are never handed out. */
public final class Framing {
    private static final byte[] NOTHING = {};
    private static final Framing EVENTS = new Framing(bytes("data: "), bytes("\n\ndata: "), bytes("\n\n"), false);

    private final byte[] before;
    private final byte[] between;
    private final byte[] after;
    private final boolean single;

    private Framing(byte[] before, byte[] between, byte[] after, boolean single) {
        this.before = before;
        this.between = between;
        this.after = after;
        this.single = single;
    }

    /** Messages joined in one frame, whose end says where the last one ends. */
    public static Framing joined(ClientCodec codec) {
        return new Framing(NOTHING, codec.separator(), NOTHING, false);
    }

    /** A frame for each message. */
    public static Framing single() {
        return new Framing(NOTHING, NOTHING, NOTHING, true);
    }

    /** An endless text: what else stands between two messages stands behind the last one, too. */
    public static Framing endless(ClientCodec codec) {
        return new Framing(NOTHING, codec.separator(), codec.separator(), false);
    }

    /** Server-sent events, one for each message. */
    public static Framing events() {
        return EVENTS;
    }

    /** One message, as it is written alone; without a copy if nothing is added. */
    public ByteBuffer frame(byte[] message) {
        if (before.length == 0 && after.length == 0) {
            return ByteBuffer.wrap(message).asReadOnlyBuffer();
        }
        return end(begin(message, message.length + overhead(1)));
    }

    /** A frame of so many bytes, in front of which this message stands. */
    ByteBuffer begin(byte[] message, int size) {
        return ByteBuffer.allocate(size).put(before).put(message);
    }

    void add(ByteBuffer frame, byte[] message) {
        frame.put(between).put(message);
    }

    ByteBuffer end(ByteBuffer frame) {
        return frame.put(after).flip();
    }

    /** How many bytes a frame of so many messages has beside theirs. */
    int overhead(int messages) {
        return before.length + (messages - 1) * between.length + after.length;
    }

    boolean isSingle() {
        return single;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
