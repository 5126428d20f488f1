package io.spindle.gateway.client;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A frame as it stands on the wire, legal or not.
 *
 * @param fin whether it is the last of its message
 * @param compressed the bit that permessage-deflate uses (RSV1)
 * @param opcode what it is, one of the constants or anything up to 15
 * @param payload as on the wire, without the mask
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-5.2">RFC 6455: Base Framing Protocol</a>
 */
public record WireFrame(boolean fin, boolean compressed, int opcode, byte[] payload) {
    public static final int CONTINUATION = 0;
    public static final int TEXT = 1;
    public static final int BINARY = 2;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;

    private static final byte[] MASK = {1, 2, 3, 4};
    /** What permessage-deflate leaves away at the end of a message. */
    private static final byte[] DEFLATE_TAIL = {0, 0, (byte) 0xff, (byte) 0xff};

    public static WireFrame text(String text) {
        return text(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A text frame of any bytes. */
    public static WireFrame text(byte[] bytes) {
        return new WireFrame(true, false, TEXT, bytes);
    }

    public static WireFrame binary(byte[] bytes) {
        return new WireFrame(true, false, BINARY, bytes);
    }

    /** A text message as permessage-deflate sends it. */
    public static WireFrame deflated(String text) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
        byte[] buffer = new byte[text.length() * 4 + 64];
        int length = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
        deflater.end();
        return new WireFrame(true, true, TEXT, Arrays.copyOf(buffer, length - DEFLATE_TAIL.length));
    }

    /** The payload as text; inflated if it is compressed (each message alone: no context is taken over). */
    public String text() {
        return new String(compressed ? inflated() : payload, StandardCharsets.UTF_8);
    }

    /** The code of a close frame; {@link Closed#WITHOUT_CODE} if it has none. */
    public int closeCode() {
        return payload.length < 2
                ? Closed.WITHOUT_CODE
                : ByteBuffer.wrap(payload).getShort() & 0xffff;
    }

    /** The reason of a close frame; empty if it has none. */
    public String closeReason() {
        return payload.length <= 2 ? "" : new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
    }

    /** The bytes that a client sends: masked, as clients must. */
    byte[] masked() {
        byte[] masked = payload.clone();
        for (int i = 0; i < masked.length; i++) {
            masked[i] ^= MASK[i % MASK.length];
        }
        return encoded(0x80, MASK, masked);
    }

    /** The bytes that a client must not send. */
    byte[] unmasked() {
        return encoded(0, new byte[0], payload);
    }

    /** Reads a frame of a server; its end of file is an {@link java.io.EOFException}. */
    static WireFrame read(DataInputStream in) throws IOException {
        int first = in.readUnsignedByte();
        int length = in.readUnsignedByte();
        if ((length & 0x80) != 0) {
            throw new AssertionError("the server masked a frame");
        }
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = Math.toIntExact(in.readLong());
        }
        byte[] payload = new byte[length];
        in.readFully(payload);
        return new WireFrame((first & 0x80) != 0, (first & 0x40) != 0, first & 0x0f, payload);
    }

    private byte[] encoded(int maskBit, byte[] mask, byte[] masked) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(masked.length + 14);
        out.write((fin ? 0x80 : 0) | (compressed ? 0x40 : 0) | opcode);
        if (masked.length < 126) {
            out.write(maskBit | masked.length);
        } else if (masked.length <= 0xffff) {
            out.write(maskBit | 126);
            out.writeBytes(
                    ByteBuffer.allocate(2).putShort((short) masked.length).array());
        } else {
            out.write(maskBit | 127);
            out.writeBytes(ByteBuffer.allocate(8).putLong(masked.length).array());
        }
        out.writeBytes(mask);
        out.writeBytes(masked);
        return out.toByteArray();
    }

    private byte[] inflated() {
        Inflater inflater = new Inflater(true);
        try {
            byte[] input = Arrays.copyOf(payload, payload.length + DEFLATE_TAIL.length);
            System.arraycopy(DEFLATE_TAIL, 0, input, payload.length, DEFLATE_TAIL.length);
            inflater.setInput(input);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[4096];
            for (int read = inflater.inflate(buffer); read > 0; read = inflater.inflate(buffer)) {
                out.write(buffer, 0, read);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new AssertionError("not compressed as announced: " + this, e);
        } finally {
            inflater.end();
        }
    }

    /** For messages of failed tests. */
    @Override
    public String toString() {
        return "opcode " + opcode + (fin ? " fin" : "") + (compressed ? " compressed" : "") + " "
                + HexFormat.of().formatHex(payload);
    }
}
