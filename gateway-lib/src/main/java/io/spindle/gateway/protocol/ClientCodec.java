package io.spindle.gateway.protocol;

import io.spindle.gateway.api.ErrorCode;
import java.nio.ByteBuffer;

/**
 * One encoding of the client protocol: bytes to commands, replies and pushes to bytes. Stateless, safe for use from many
 * threads; knows nothing of sessions.
 *
 * <p>An encoded message is ready to be joined with others: a frame is messages with {@link #separator()} between them.
 *
 * @see <a href="https://centrifugal.dev/docs/transports/client_protocol">Client protocol: framing</a>
 */
public interface ClientCodec {
    Encoding encoding();

    /** Whether pushes stand alone, without the envelope of a reply: those of clients that get no replies. */
    default boolean isUnidirectional() {
        return false;
    }

    /**
     * Decodes a frame. Commands before a malformed one are returned, with the frame marked as malformed: they are
     * handled, then the connection is closed with 3501.
     *
     * @param frame the bytes from position to limit; not kept, values are copied out of it
     */
    DecodedFrame decode(ByteBuffer frame);

    /** A reply with a result. */
    byte[] reply(int id, Result result);

    /** A reply with an error. */
    byte[] error(int id, ErrorCode error);

    /**
     * A push.
     *
     * @param push must be {@linkplain Push#isJson() JSON throughout} for the JSON encoding
     */
    byte[] push(Push push);

    /** The empty reply. */
    byte[] ping();

    /** What stands between two messages in a frame; may be empty. */
    byte[] separator();
}
