package io.spindle.gateway.protocol.protobuf;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.protocol.ClientCodec;
import io.spindle.gateway.protocol.DecodedFrame;
import io.spindle.gateway.protocol.Encoding;
import io.spindle.gateway.protocol.Push;
import io.spindle.gateway.protocol.Result;
import java.nio.ByteBuffer;

/**
 * The client protocol in Protobuf: records with their length in front. Application data is any bytes.
 *
 * @see <a href="https://github.com/centrifugal/protocol/blob/master/definitions/client.proto">The protocol's schema</a>
 */
public final class ProtobufCodec implements ClientCodec {
    private static final byte[] PING = {0};
    private static final byte[] SEPARATOR = {};

    @Override
    public Encoding encoding() {
        return Encoding.PROTOBUF;
    }

    @Override
    public DecodedFrame decode(ByteBuffer frame) {
        if (frame.hasArray()) {
            return FrameReader.read(frame.array(), frame.arrayOffset() + frame.position(), frame.remaining());
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
        return PushWriter.push(push);
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
