package io.spindle.gateway.protocol.json;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.protocol.ClientCodec;
import io.spindle.gateway.protocol.DecodedFrame;
import io.spindle.gateway.protocol.Encoding;
import io.spindle.gateway.protocol.Push;
import io.spindle.gateway.protocol.Result;
import java.nio.ByteBuffer;

/**
 * The client protocol in JSON: one object a line.
 *
 * <p>Application data must be JSON; encoding a message that holds other data throws an
 * {@link IllegalArgumentException}.
 *
 * @see <a href="https://centrifugal.dev/docs/transports/client_protocol">Client protocol</a>
 */
public final class JsonCodec implements ClientCodec {
    private static final byte[] PING = {'{', '}'};
    private static final byte[] SEPARATOR = {'\n'};

    @Override
    public Encoding encoding() {
        return Encoding.JSON;
    }

    @Override
    public DecodedFrame decode(ByteBuffer frame) {
        if (frame.hasArray()) {
            int from = frame.arrayOffset() + frame.position();
            return FrameReader.read(frame.array(), from, from + frame.remaining());
        }
        byte[] bytes = new byte[frame.remaining()];
        frame.get(frame.position(), bytes);
        return FrameReader.read(bytes, 0, bytes.length);
    }

    @Override
    public byte[] reply(int id, Result result) {
        return ReplyWriter.result(id, result);
    }

    @Override
    public byte[] error(int id, ErrorCode error) {
        return ReplyWriter.error(id, error);
    }

    @Override
    public byte[] push(Push push) {
        return PushWriter.reply(push);
    }

    @Override
    public byte[] ping() {
        return PING; // shared: callers only copy from it
    }

    @Override
    public byte[] separator() {
        return SEPARATOR; // shared, too
    }
}
