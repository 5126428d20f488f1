package io.spindle.gateway.session;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Encoded messages in order; holds no memory while empty. Not thread-safe: guarded by its outbound queue. */
final class MessageRing {
    private static final int INITIAL = 4;

    private byte @Nullable [][] ring;
    private int head;
    private int count;
    private int bytes;

    int count() {
        return count;
    }

    int bytes() {
        return bytes;
    }

    boolean isEmpty() {
        return count == 0;
    }

    void add(byte[] message) {
        byte[][] slots = ring == null ? new byte[INITIAL][] : ring;
        if (count == slots.length) {
            slots = grown(slots);
        }
        slots[(head + count) & (slots.length - 1)] = message;
        ring = slots;
        count++;
        bytes += message.length;
    }

    void clear() {
        ring = null;
        head = 0;
        count = 0;
        bytes = 0;
    }

    /** Takes messages for one frame: as many as fit, at least one. */
    ByteBuffer takeFrame(int maxMessages, int maxBytes, Framing framing) {
        byte[][] slots = ring;
        if (slots == null) {
            throw new IllegalStateException("nothing to take");
        }
        int mask = slots.length - 1;
        int most = framing.isSingle() ? 1 : Math.min(count, maxMessages);
        int taken = 1;
        int size = slots[head].length;
        while (taken < most) {
            int more = slots[(head + taken) & mask].length;
            if (size + more + framing.overhead(taken + 1) > maxBytes) {
                break;
            }
            size += more;
            taken++;
        }
        ByteBuffer frame;
        if (taken == 1) {
            // Where nothing is added it goes out as it is: all subscribers share the bytes.
            frame = framing.frame(slots[head]);
        } else {
            frame = framing.begin(slots[head], size + framing.overhead(taken));
            for (int i = 1; i < taken; i++) {
                framing.add(frame, slots[(head + i) & mask]);
            }
            framing.end(frame);
        }
        drop(slots, taken);
        return frame;
    }

    private void drop(byte[][] slots, int taken) {
        if (taken == count) {
            clear();
            return;
        }
        for (int i = 0; i < taken; i++) {
            int slot = (head + i) & (slots.length - 1);
            bytes -= slots[slot].length;
            slots[slot] = NOTHING;
        }
        head = (head + taken) & (slots.length - 1);
        count -= taken;
    }

    private static final byte[] NOTHING = {};

    private byte[][] grown(byte[][] slots) {
        byte[][] larger = new byte[slots.length * 2][];
        for (int i = 0; i < count; i++) {
            larger[i] = slots[(head + i) & (slots.length - 1)];
        }
        head = 0;
        return larger;
    }
}
