package io.spindle.gateway.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Application data as it travels: the bytes of one JSON value, or any bytes. Immutable; the bytes are never parsed,
 * rewritten or normalised on their way, so spacing, big numbers and escapes arrive as they were sent.
 *
 * <p>Binary payloads come from clients that speak Protobuf. A client that speaks JSON can't receive them: it is closed
 * with 3506 (inappropriate protocol).
 *
 * @see <a href="https://centrifugal.dev/docs/transports/client_protocol">Centrifugal client protocol: {@code bytes}</a>
 */
public final class Payload {
    private final byte[] bytes;
    private final boolean json;

    private Payload(byte[] bytes, boolean json) {
        this.bytes = bytes;
        this.json = json;
    }

    /**
     * The text of one JSON value.
     *
     * @param text one JSON value; it is not checked here but where it is used: the gateway refuses to publish text that
     *     is not JSON
     */
    public static Payload json(String text) {
        return new Payload(text.getBytes(StandardCharsets.UTF_8), true);
    }

    /** The UTF-8 bytes of one JSON value; as {@link #json(String)}. The array is copied. */
    public static Payload json(byte[] utf8) {
        return new Payload(utf8.clone(), true);
    }

    /** The UTF-8 bytes of one JSON value, copied from a part of an array. */
    public static Payload json(byte[] utf8, int offset, int length) {
        return new Payload(Arrays.copyOfRange(utf8, offset, offset + length), true);
    }

    /** Any bytes. The array is copied. */
    public static Payload binary(byte[] bytes) {
        return new Payload(bytes.clone(), false);
    }

    /** Whether the bytes are declared to be the UTF-8 text of one JSON value. */
    public boolean isJson() {
        return json;
    }

    /** Size in bytes. */
    public int size() {
        return bytes.length;
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** A copy of the bytes. */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    /** A read-only view of the bytes, without a copy. */
    public ByteBuffer asByteBuffer() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /**
     * Copies all bytes into an array.
     *
     * @throws IndexOutOfBoundsException if they do not fit
     */
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, bytes.length);
    }

    /** The byte at an index below {@link #size()}. */
    public byte byteAt(int index) {
        return bytes[index];
    }

    /** The bytes read as UTF-8. */
    public String asText() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload that && json == that.json && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Kind and size only: application data does not belong into logs. */
    @Override
    public String toString() {
        return (json ? "json(" : "binary(") + bytes.length + " bytes)";
    }
}
